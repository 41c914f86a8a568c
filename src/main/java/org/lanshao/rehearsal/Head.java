package org.lanshao.rehearsal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;

/**
 * The head line of a transcript: {@code visit 2022-05-10 p03 私聊}, or with a time {@code visit
 * 2022-05-10 20:30 p03 私聊}.
 *
 * @param form what is filled
 * @param at when it is said; noon where no time is written
 * @param person who talks
 * @param group where; empty in private
 */
record Head(FormId form, LocalDateTime at, PersonId person, Optional<GroupId> group) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<form>\\S+)\\s+(?<date>\\d{4}-\\d{2}-\\d{2})(?:\\s+(?<time>\\d{2}:\\d{2}))?\\s+(?<who>\\S+)\\s+(?<chat>\\S+)");

  private static final String PRIVATE = "私聊";

  /** The head that a line is; empty when it is none. */
  static Optional<Head> of(String line) {
    var found = SHAPE.matcher(line.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      var chat = found.group("chat");
      return Optional.of(
          new Head(
              new FormId(found.group("form")),
              LocalDate.parse(found.group("date")).atTime(time(found.group("time"))),
              new PersonId(found.group("who")),
              chat.equals(PRIVATE) ? Optional.empty() : Optional.of(new GroupId(chat))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static LocalTime time(@Nullable String written) {
    return written == null ? LocalTime.NOON : LocalTime.parse(written);
  }
}

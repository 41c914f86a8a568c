package org.lanshao.census;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Answer;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.Reading;
import org.lanshao.register.Field;

/**
 * Brings the text of a cell, or what was said of a field, into the one writing in which it is kept.
 */
public final class Cells {
  private static final Type NUMBER = new Type.Whole(0, 9999, List.of("人", "口", "口人", "天"));
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?");

  /** How often people write that somebody is visited. */
  private static final Map<String, String> EVERY =
      Map.of("每周", "7", "每两周", "14", "每半月", "15", "每月", "30", "每两月", "60", "每季", "90", "每季度", "90");

  private final Directory directory;
  private final Hearing hearing;

  /** Places are understood as in {@code near}; {@code today} is the local day. */
  public Cells(Directory directory, AreaCode near, LocalDate today) {
    this.directory = directory;
    this.hearing = new Hearing(directory, near, LocalDateTime.of(today, LocalTime.NOON));
  }

  /** The text; empty when the field cannot be that. */
  public Optional<String> read(Field field, String cell) {
    var tight = Folding.tight(cell);
    return switch (field.kind()) {
      case TEXT -> Optional.of(Folding.keep(cell));
      case NAMES -> Optional.of(String.join(";", cell.split("[;；、,，]+")));
      case AREA -> area(tight);
      case PHONE -> phone(cell);
      case ID_NUMBER -> idNumber(cell);
      case NUMBER -> number(tight);
      case DAYS -> Optional.ofNullable(EVERY.get(tight)).or(() -> number(tight));
      case DAY -> day(tight);
    };
  }

  private Optional<String> area(String text) {
    return directory
        .area(new AreaCode(text))
        .or(
            () ->
                directory.find(text, hearing.near()) instanceof Found.One(Area one)
                    ? Optional.of(one)
                    : Optional.empty())
        .filter(area -> area.kind().compareTo(Area.Kind.TOWN) >= 0)
        .map(area -> area.code().text());
  }

  private Optional<String> phone(String cell) {
    return Answer.read(cell, new Type.Phone(), hearing)
            instanceof Reading.Understood(Value.Phone(String number))
        ? Optional.of(number)
        : Optional.empty();
  }

  private Optional<String> idNumber(String cell) {
    return Answer.read(cell, new Type.IdNumber(), hearing)
            instanceof Reading.Understood(Value.IdNumber(String number))
        ? Optional.of(number)
        : Optional.empty();
  }

  private Optional<String> number(String text) {
    return Answer.read(text, NUMBER, hearing)
                instanceof Reading.Understood(Value.Whole(long count, boolean approximate))
            && !approximate
        ? Optional.of(Long.toString(count))
        : Optional.empty();
  }

  private static Optional<String> day(String text) {
    var day = DAY.matcher(text);
    try {
      return day.matches()
          ? Optional.of(
              LocalDate.of(
                      Integer.parseInt(day.group(1)),
                      Integer.parseInt(day.group(2)),
                      Integer.parseInt(day.group(3)))
                  .toString())
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}

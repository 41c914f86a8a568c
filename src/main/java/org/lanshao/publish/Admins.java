package org.lanshao.publish;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanshao.alarm.AdminMail;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.form.Mistake;
import org.lanshao.form.Wording;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * Tells the administrators that files are refused: each once on a day for the same mistakes, also
 * when two nodes find them.
 */
public record Admins(AdminMail mail, Clock clock) {
  /** More than these are better looked at on a screen. */
  private static final int TOLD = 3;

  void tell(List<Mistake> mistakes, Wording wording) throws Unavailable {
    var places = mistakes.stream().limit(TOLD).map(Admins::line).collect(Collectors.joining("\n"));
    var slots = Map.of("count", Integer.toString(mistakes.size()), "places", places);
    mail.tell(
        language -> wording.in(language).say(DeskWords.FORMS_REFUSED, slots),
        "forms:" + LocalDate.now(clock) + ":" + fingerprint(mistakes),
        NewOutgoing.Terms.NOTICE);
  }

  private static String line(Mistake mistake) {
    var at = mistake.line() == 0 ? "" : " 第 %d 行".formatted(mistake.line());
    return "%s%s：%s（%s）"
        .formatted(mistake.fileName(), at, mistake.problem(), mistake.code().text());
  }

  private static UUID fingerprint(List<Mistake> mistakes) {
    var text = mistakes.stream().map(Admins::line).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}

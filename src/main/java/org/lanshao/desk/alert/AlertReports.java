package org.lanshao.desk.alert;

import java.util.Map;
import org.lanshao.alert.Access;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Due;

/** Answers 续报, 终报 and 结案. */
final class AlertReports {
  private final AlertRoom room;
  private final AlertText text;
  private final Access access;
  private final AlertAftercare aftercare;

  AlertReports(AlertRoom room, Access access) {
    this.room = room;
    this.text = room.text();
    this.access = access;
    this.aftercare = new AlertAftercare(room);
  }

  /** A further report. */
  FirstSay report(AlertSaid said) {
    if (!(said.alert() instanceof Alert.Running)) {
      return text.answer(said, AlertWords.IS_OVER);
    }
    var page = new AlertPage(said.kept());
    page.add(new AlertEvent.Reported(said.by(), said.words()));
    var count = Integer.toString(page.alert().core().reports());
    var slots = Map.of("name", said.speaker().name(), "count", count, "words", said.words());
    var post = room.post(page, said.by());
    post.tellOthers(AlertWords.REPORT_OTHERS, slots);
    var next = Map.of("count", count, "due", text.due(page.alert(), Due.FOLLOW_UP));
    return FirstSay.of(page, post.rows(), text.reply(said, AlertWords.REPORTED, next));
  }

  /** The final report or the reason for closing, by who may act. */
  FirstSay end(AlertSaid said, AlertEvent event) {
    var alert = said.alert();
    if (!access.mayEnd(said.speaker().id(), alert)) {
      return text.answer(said, AlertWords.NOT_YOURS);
    }
    if (alert instanceof Alert.Closed) {
      return text.answer(said, AlertWords.IS_OVER);
    }
    if (!allows(alert, event)) {
      boolean lacks = alert instanceof Alert.Resolved;
      return text.answer(said, lacks ? AlertWords.SETTLED_LACKS : AlertWords.TAKE_FIRST);
    }
    var page = new AlertPage(said.kept());
    page.add(event);
    var post = room.post(page, said.by());
    boolean last = event instanceof AlertEvent.FinallyReported;
    var slots = Map.of("name", said.speaker().name(), last ? "words" : "why", said.words());
    post.tellOthers(last ? AlertWords.FINAL_OTHERS : AlertWords.SETTLED_OTHERS, slots);
    var phrase =
        page.alert() instanceof Alert.Closed
            ? AlertWords.SETTLED
            : last ? AlertWords.FINAL_REPORTED : AlertWords.SETTLED_LACKS;
    var reply = text.reply(said, phrase, Map.of());
    return FirstSay.of(page, post.rows(), aftercare.offered(reply, page, said.speaker()));
  }

  private static boolean allows(Alert alert, AlertEvent event) {
    return switch (alert) {
      case Alert.Taken taken -> true;
      case Alert.Resolved resolved ->
          (resolved.lack() == Alert.Lack.FINAL_REPORT)
              == event instanceof AlertEvent.FinallyReported;
      default -> false;
    };
  }
}

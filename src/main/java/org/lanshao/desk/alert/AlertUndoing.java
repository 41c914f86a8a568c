package org.lanshao.desk.alert;

import java.util.Map;
import org.lanshao.alert.Access;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;

/** Answers 误报 and 重开. */
final class AlertUndoing {
  private final AlertRoom room;
  private final AlertText text;
  private final Access access;

  AlertUndoing(AlertRoom room, Access access) {
    this.room = room;
    this.text = room.text();
    this.access = access;
  }

  /** It was none: all who were told of it hear so. */
  FirstSay withdraw(AlertSaid said) {
    var alert = said.alert();
    if (!(alert instanceof Alert.Running)) {
      return text.answer(said, AlertWords.IS_OVER);
    }
    var speaker = said.speaker().id();
    if (!alert.core().begun().reporter().is(speaker) && !access.mayEnd(speaker, alert)) {
      return text.answer(said, AlertWords.NOT_YOURS);
    }
    var page = new AlertPage(said.kept());
    var post = room.post(page, said.by());
    page.add(new AlertEvent.Withdrawn(said.by(), said.words()));
    post.tellOthers(AlertWords.WITHDRAWN_OTHERS, why(said));
    post.tellReporter(AlertWords.WITHDRAWN_OTHERS, why(said));
    post.tellGroups(AlertWords.GROUP_FALSE);
    return FirstSay.of(page, post.rows(), text.reply(said, AlertWords.WITHDRAWN, Map.of()));
  }

  /** It is not over after all: it climbs anew. */
  FirstSay reopen(AlertSaid said) {
    var alert = said.alert();
    if (!(alert instanceof Alert.Closed) && !(alert instanceof Alert.Resolved)) {
      return text.answer(said, AlertWords.IS_OPEN);
    }
    var page = new AlertPage(said.kept());
    page.add(new AlertEvent.Reopened(said.by(), said.words()));
    var post = room.post(page, said.by());
    post.tellReporter(AlertWords.REOPENED_OTHERS, why(said));
    return FirstSay.of(page, post.rows(), text.reply(said, AlertWords.REOPENED, Map.of()));
  }

  private static Map<String, String> why(AlertSaid said) {
    return Map.of("name", said.speaker().name(), "why", said.words());
  }
}

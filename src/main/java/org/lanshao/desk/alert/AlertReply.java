package org.lanshao.desk.alert;

import java.util.Comparator;
import java.util.Map;
import org.lanshao.alert.Known;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.PracticeWords;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Marks;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;

/** What the reporter of an alert is told. */
final class AlertReply {
  private final AlertRoom room;
  private final AlertText text;
  private final AlertAside aside;

  AlertReply(AlertRoom room) {
    this.room = room;
    this.text = room.text();
    this.aside = new AlertAside(room);
  }

  /** The reply to its reporter: whom to call first, what was done, and then the rest. */
  Reply told(Reply reply, FirstSay first, Coming coming) {
    var said = room.words(coming);
    var alert = first.page().map(AlertPage::alert);
    if (alert.isEmpty() || !first.raised()) {
      return reply;
    }
    var head = text.callFirst(alert.get().core().known(), said) + "\n" + raised(first, coming);
    return reply.after(head);
  }

  private String raised(FirstSay first, Coming coming) {
    var said = room.words(coming);
    var page = first.page().orElseThrow();
    var mark = page.alert().core().begun().practice() ? said.say(PracticeWords.MARK) : "";
    var slots = Map.of("number", page.number());
    if (coming.speaker().isEmpty()) {
      return mark + said.say(AlertWords.STRANGER, slots);
    }
    if (coming.inbound().chat() instanceof Chat.Group) {
      var rest =
          aside.conversation(page.alert()).isPresent()
              ? AlertWords.RAISED_ASIDE
              : AlertWords.RAISED_GROUP;
      return mark + text.group(page.alert()) + "\n" + said.say(rest, slots);
    }
    var reader = coming.speaker().get().id();
    var told = page.alert().core().told();
    if (told.isEmpty()) {
      return mark + said.say(AlertWords.RAISED_NOBODY, slots);
    }
    var people =
        told.stream()
            .sorted(Comparator.comparing(PersonId::text))
            .map(person -> text.name(person, reader))
            .toList();
    return mark
        + said.say(
            AlertWords.RAISED,
            Map.of("number", page.number(), "names", Marks.list(people.stream(), said)));
  }

  /** The first sentence of a reply while a form asks for the rest of an alert. */
  Reply first(Reply reply, Known known, Coming coming) {
    var first = text.callFirst(known, room.words(coming));
    return reply.parts().isEmpty() || reply.parts().getFirst().text().startsWith(first)
        ? reply
        : reply.after(first);
  }
}

package org.lanshao.desk.notice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Group;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Reply;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Unit;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing.Terms;

/**
 * Several notices that waited, as one message to a station. It goes under the number of the first.
 */
final class NoticeDigest {
  private final NoticeRoom room;
  private final NoticePost post;
  private final AreaCode station;
  private final Notice first;
  private final List<Notice> notices;

  NoticeDigest(NoticeRoom room, NoticePost post, AreaCode station, List<Notice> notices) {
    this(room, post, station, notices.getFirst(), notices);
  }

  /** Of some of those that go to a station, under the number of the first of all. */
  NoticeDigest(
      NoticeRoom room, NoticePost post, AreaCode station, Notice first, List<Notice> notices) {
    this.room = room;
    this.post = post;
    this.station = station;
    this.first = first;
    this.notices = List.copyOf(notices);
  }

  /** To the groups of the station, and to all who are written to themselves for one of them. */
  void post() {
    var groups = room.groups(station);
    groups.forEach(group -> group(group, Unit.of(station)));
    people(groups).forEach(this::person);
  }

  /** To a group in which this may confirm. */
  void group(Group group, Unit unit) {
    var text = new NoticeText(room, room.wording());
    var asking = group.isHeard() ? NoticeWords.DIGEST_ENDING_HEARD : NoticeWords.ENDING_UNHEARD;
    var part = NoticePost.mentioning(notices, said(text, asking));
    post.group(group, part, once(unit, "g." + group.id()));
  }

  private Map<PersonId, Unit> people(List<Group> groups) {
    var people = new LinkedHashMap<PersonId, Unit>();
    for (Notice notice : notices) {
      for (PersonId person : post.people(station, notice, groups)) {
        people.merge(
            person,
            NoticePost.unit(person, station, notice),
            (one, other) -> one.person().isPresent() ? one : other);
      }
    }
    return people;
  }

  /** To somebody who confirms for this. */
  void person(PersonId person, Unit unit) {
    var text = new NoticeText(room, room.words(person));
    var asking = asking();
    var ask = asking.isEmpty() ? Optional.<NoticePost.Ask>empty() : Optional.of(ask(text, asking));
    var cause =
        asking.isEmpty()
            ? Optional.<Cause>empty()
            : Optional.of(new NoticeGrouped(first.number(), station, person, asking).cause());
    var until = notices.stream().map(n -> n.content().until()).max(Comparator.naturalOrder());
    var said = said(text, NoticeWords.DIGEST_ENDING_PERSON);
    post.asking(person, said, ask, once(unit, "p." + person), new Terms(Lane.NOTICE, until, cause));
  }

  /** The button is for these alone: another one may come before it is pressed. */
  private static NoticePost.Ask ask(NoticeText text, List<String> numbers) {
    var named = String.join("、", numbers);
    var card = text.say(NoticeWords.DIGEST_CARD, Map.of("numbers", named));
    var label = text.say(NoticeWords.BUTTON_ALL);
    return new NoticePost.Ask(card, new Reply.Choice(label, "收到 " + named));
  }

  /** The numbers of those that are to be confirmed. */
  private List<String> asking() {
    return notices.stream()
        .filter(notice -> notice.content().asks() != Asks.NONE)
        .map(Notice::number)
        .toList();
  }

  private String said(NoticeText text, NoticeWords asking) {
    var slots = new HashMap<String, String>();
    slots.put("count", Integer.toString(notices.size()));
    slots.put(
        "lines",
        notices.stream()
            .map(notice -> text.line(notice, station))
            .collect(Collectors.joining("\n")));
    slots.put("ending", asking().isEmpty() ? "" : text.say(asking));
    return text.say(NoticeWords.DIGEST, slots).strip();
  }

  private String once(Unit unit, String whom) {
    return NoticePost.once(first, 0, unit, whom);
  }
}

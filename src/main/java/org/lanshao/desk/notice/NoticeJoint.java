package org.lanshao.desk.notice;

import java.util.Collections;
import java.util.List;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Group;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Unit;

/**
 * What goes to the agencies of a town of all that goes to its station: to each of their groups
 * once, whichever of them are in it, and to their people where no group of theirs can answer.
 */
final class NoticeJoint {
  private final NoticeRoom room;
  private final NoticePost post;
  private final AreaCode town;
  private final List<Notice> notices;

  NoticeJoint(NoticeRoom room, NoticePost post, AreaCode town, List<Notice> notices) {
    this.room = room;
    this.post = post;
    this.town = town;
    this.notices = List.copyOf(notices);
  }

  void post() {
    room.joint(town).forEach(this::group);
    notices.stream()
        .flatMap(notice -> notice.content().agencies().stream())
        .distinct()
        .forEach(this::people);
  }

  private void group(Group group) {
    var theirs =
        notices.stream()
            .filter(n -> !Collections.disjoint(n.content().agencies(), group.agencies()))
            .toList();
    if (theirs.isEmpty()) {
      return;
    }
    var agency =
        theirs.getFirst().content().agencies().stream()
            .filter(group.agencies()::contains)
            .findFirst()
            .orElseThrow();
    var unit = Unit.of(town, agency);
    if (theirs.size() == 1) {
      post.group(group, town, theirs.getFirst(), unit);
    } else {
      digest(theirs).group(group, unit);
    }
  }

  private void people(Agency agency) {
    var unit = Unit.of(town, agency);
    var groups = room.groups(unit);
    var theirs =
        notices.stream()
            .filter(notice -> notice.content().agencies().contains(agency))
            .filter(notice -> NoticePost.isForPeople(notice, groups))
            .toList();
    room.people(unit).forEach(person -> person(person, unit, theirs));
  }

  private void person(PersonId person, Unit unit, List<Notice> theirs) {
    if (theirs.size() == 1) {
      post.person(person, theirs.getFirst(), unit);
    } else if (!theirs.isEmpty()) {
      digest(theirs).person(person, unit);
    }
  }

  private NoticeDigest digest(List<Notice> theirs) {
    return new NoticeDigest(room, post, town, notices.getFirst(), theirs);
  }
}

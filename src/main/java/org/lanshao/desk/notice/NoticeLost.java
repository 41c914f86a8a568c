package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lanshao.directory.Group;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Unit;
import org.lanshao.turn.Facts.Fate;
import org.lanshao.turn.Unavailable;

/** Whom no message of a notice reached: all were refused, or there is nobody to write to. */
final class NoticeLost {
  private final NoticeRoom room;
  private final NoticeText text;
  private final Notice notice;
  private final Map<String, Fates> numberToFates = new HashMap<>();

  private NoticeLost(NoticeRoom room, NoticeText text, Notice notice) {
    this.room = room;
    this.text = text;
    this.notice = notice;
  }

  /** Of those who were asked, each with why. */
  static Map<Unit, String> of(NoticeRoom room, NoticeText text, Notice notice, List<Unit> asked)
      throws Unavailable {
    var lost = new NoticeLost(room, text, notice);
    lost.read();
    var unitToWhy = new HashMap<Unit, String>();
    asked.forEach(unit -> lost.why(unit).ifPresent(why -> unitToWhy.put(unit, why)));
    return unitToWhy;
  }

  /**
   * What became of the messages under one number.
   *
   * @param reached the keys of those whom one reached, or still may, and the groups
   * @param keyToCode why one was refused
   */
  private record Fates(Set<String> reached, Map<String, String> keyToCode) {
    static Fates of(Stream<Fate> fates) {
      var all = new Fates(new HashSet<>(), new HashMap<>());
      fates.forEach(all::add);
      return all;
    }

    private void add(Fate fate) {
      var once = NoticePost.Once.read(fate.once());
      for (String key : once.isToGroup() ? List.of(once.key(), once.whom()) : List.of(once.key())) {
        if (fate.end() == Fate.End.FAILED) {
          keyToCode.putIfAbsent(key, fate.code());
        } else {
          reached.add(key);
        }
      }
    }
  }

  /** All under its own number; under the number of another, the message that both left in. */
  private void read() throws Unavailable {
    numberToFates.put(
        notice.number(), Fates.of(room.facts().fates(NoticePost.begin(notice.number())).stream()));
    for (Notice.Left left : notice.told().values()) {
      if (!numberToFates.containsKey(left.within())) {
        var fates = room.facts().fates(NoticePost.begin(left.within()));
        var first = fates.stream().filter(fate -> NoticePost.Once.read(fate.once()).isFirst());
        numberToFates.put(left.within(), Fates.of(first));
      }
    }
  }

  private Optional<String> why(Unit unit) {
    var keys = keys(unit);
    var fates = fates(unit);
    if (fates.stream().anyMatch(one -> keys.stream().anyMatch(one.reached()::contains))) {
      return Optional.empty();
    }
    var code =
        keys.stream()
            .flatMap(
                key -> fates.stream().flatMap(one -> Stream.ofNullable(one.keyToCode().get(key))))
            .findFirst();
    return code.map(why -> text.say(NoticeWords.LOST_REFUSED, Map.of("code", why)))
        .or(
            () ->
                isUnreachable(unit)
                    ? Optional.of(text.say(NoticeWords.LOST_NOBODY))
                    : Optional.empty());
  }

  /** Its own; of somebody also their station's, of an agency its groups, which others may be in. */
  private List<String> keys(Unit unit) {
    var groups = unit.agency().isPresent() ? room.groups(unit) : List.<Group>of();
    var keys = new ArrayList<>(List.of(unit.key(), unit.team().key()));
    groups.forEach(group -> keys.add("g." + group.id()));
    return keys;
  }

  private List<Fates> fates(Unit unit) {
    var numbers = new ArrayList<>(List.of(notice.number()));
    Optional.ofNullable(notice.told().get(unit.station()))
        .map(Notice.Left::within)
        .filter(within -> !within.equals(notice.number()))
        .ifPresent(numbers::add);
    return numbers.stream().map(numberToFates::get).filter(Objects::nonNull).toList();
  }

  private boolean isUnreachable(Unit unit) {
    return room.groups(unit).isEmpty() && room.people(unit).isEmpty();
  }
}

package org.lanshao.desk.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.alert.Access;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.By;
import org.lanshao.desk.notice.NoticeRoom;
import org.lanshao.desk.talk.Speech;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/** Answers what people say to alerts: 接手, 收到, 续报, 终报, 结案, 误报, 重开, 明细 and 险情. */
final class AlertCommands {
  private static final List<String> LIST = List.of("险情", "險情", "险情列表", "alerts");

  private final Facts facts;
  private final Directory directory;
  private final Access access;
  private final AlertText text;
  private final AlertHistory history;
  private final AlertTaking taking;
  private final AlertReports reports;
  private final AlertUndoing undoing;
  private final AlertAftercare aftercare;

  AlertCommands(AlertRoom room) {
    this.facts = room.facts();
    this.directory = room.directory();
    this.access = new Access(room.roster());
    this.text = room.text();
    this.history = new AlertHistory(text, room.directory());
    this.taking = new AlertTaking(room, access);
    this.reports = new AlertReports(room, access);
    this.undoing = new AlertUndoing(room, access);
    this.aftercare = new AlertAftercare(room);
  }

  /** What follows; empty when the words are said to no alert. */
  Optional<FirstSay> decide(String words, Person speaker, By by) throws Unavailable {
    if (LIST.contains(Folding.tight(words))) {
      return Optional.of(FirstSay.say(Reply.of(list(speaker))));
    }
    var said = AlertWord.read(words);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return said.get().number().isPresent()
        ? numbered(said.get(), speaker, by)
        : bare(said.get(), speaker, by);
  }

  private Optional<FirstSay> numbered(AlertWord.Said said, Person speaker, By by)
      throws Unavailable {
    var number = said.number().orElseThrow();
    var kept = facts.alert(number);
    if (kept.isPresent()) {
      return Optional.of(on(kept.get(), said, speaker, by));
    }
    boolean otherwise = said.word() == AlertWord.DETAIL;
    return otherwise
        ? Optional.empty()
        : Optional.of(say(speaker, AlertWords.UNKNOWN_NUMBER, Map.of("number", number)));
  }

  /** Without a number it is the only one that the speaker may be speaking of. */
  private Optional<FirstSay> bare(AlertWord.Said said, Person speaker, By by) throws Unavailable {
    var alone = said.rest().isEmpty();
    if (!AlertWord.firstWords().contains(said.word().text())
        && !(said.word() == AlertWord.SEEN && alone)) {
      return Optional.empty();
    }
    if (said.word() == AlertWord.SEEN
        && !facts.notices().asked(NoticeRoom.units(directory, speaker)).isEmpty()) {
      return Optional.empty();
    }
    var open = mine(speaker, said.word());
    if (open.size() == 1) {
      return Optional.of(on(open.getFirst(), said, speaker, by));
    }
    if (said.word() == AlertWord.SEEN || (open.isEmpty() && !alone)) {
      return Optional.empty();
    }
    var numbers = open.stream().map(kept -> kept.alert().number()).collect(Collectors.joining("、"));
    return Optional.of(
        say(speaker, AlertWords.WHICH, Map.of("word", said.word().text(), "numbers", numbers)));
  }

  private List<KeptAlert> mine(Person speaker, AlertWord word) throws Unavailable {
    var all = new ArrayList<KeptAlert>();
    for (KeptAlert kept : facts.openAlerts()) {
      boolean unread = !kept.seen().containsKey(speaker.id());
      boolean told = kept.alert().core().told().contains(speaker.id());
      boolean fits =
          word == AlertWord.SEEN ? told && unread : access.maySee(speaker.id(), kept.alert());
      if (fits && !(kept.alert() instanceof Alert.Asked)) {
        all.add(kept);
      }
    }
    return all;
  }

  private FirstSay on(KeptAlert kept, AlertWord.Said said, Person speaker, By by)
      throws Unavailable {
    var alert = kept.alert();
    if (!access.maySee(speaker.id(), alert) && !alert.core().told().contains(speaker.id())) {
      return say(speaker, AlertWords.NOT_YOURS, Map.of("number", alert.number()));
    }
    if (said.word().needsWords() && said.rest().isEmpty()) {
      var slots = Map.of("word", said.word().text(), "number", alert.number());
      return say(speaker, AlertWords.SAY_WHY, slots);
    }
    var told = new AlertSaid(kept, said.rest(), speaker, by);
    return switch (said.word()) {
      case TAKE -> taking.take(told);
      case SEEN -> taking.seen(told);
      case REPORT -> reports.report(told);
      case FINAL -> reports.end(told, new AlertEvent.FinallyReported(by, said.rest()));
      case SETTLE -> reports.end(told, new AlertEvent.Settled(by, said.rest()));
      case WITHDRAW -> undoing.withdraw(told);
      case REOPEN -> undoing.reopen(told);
      case DETAIL -> FirstSay.say(detail(kept, speaker));
      case YES, NO -> throw new IllegalStateException("the answer to a question");
    };
  }

  private Reply detail(KeptAlert kept, Person speaker) throws Unavailable {
    var told = Reply.of(history.text(kept, speaker.id()));
    return aftercare
        .told(kept.alert(), speaker)
        .map(after -> Speech.join(told, Reply.of(after)))
        .orElse(told);
  }

  private String list(Person speaker) throws Unavailable {
    var lines = new ArrayList<String>();
    for (KeptAlert kept : facts.openAlerts()) {
      var alert = kept.alert();
      if (access.maySee(speaker.id(), alert) && !(alert instanceof Alert.Asked)) {
        lines.add(history.line(alert, speaker.id()));
      }
    }
    if (lines.isEmpty()) {
      return text.say(speaker.id(), AlertWords.LIST_NONE, Map.of());
    }
    var count = Map.of("count", Integer.toString(lines.size()));
    lines.addFirst(text.say(speaker.id(), AlertWords.LIST_BEGIN, count));
    return String.join("\n", lines);
  }

  private FirstSay say(Person speaker, AlertWords phrase, Map<String, String> slots) {
    return FirstSay.say(Reply.of(text.say(speaker.id(), phrase, slots)));
  }
}

package org.lanshao.desk.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.Alarm;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Certainty;
import org.lanshao.desk.talk.Coming;
import org.lanshao.dialogue.ControlWord;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/** Asks whether words of danger are meant, and takes the answer. */
final class AlertQuestion {
  private static final Set<String> YES =
      Set.of("1", "是", "系", "是的", "系呀", "立即上报", "上报", "报", "y", "yes");
  private static final Set<String> NO = Set.of("2", "不是", "唔系", "否", "没有", "误按", "n", "no");

  private final AlertRoom room;
  private final AlertReading reading;
  private final AlertBeginning beginning;

  AlertQuestion(AlertRoom room, AlertReading reading, AlertBeginning beginning) {
    this.room = room;
    this.reading = reading;
    this.beginning = beginning;
  }

  FirstSay ask(String words, Coming coming) throws Unavailable {
    if (beginning.isTooMany(coming)) {
      return beginning.tooMany();
    }
    var certainty = coming.speaker().isPresent() ? Certainty.SUSPECTED : Certainty.UNVERIFIED;
    var page = new AlertPage(beginning.began(coming, words, certainty, false, true));
    return FirstSay.of(page, List.of(), question(page.alert(), coming));
  }

  private Reply question(Alert alert, Coming coming) {
    var said = room.words(coming);
    var yes = said.say(AlertWords.ASK_YES);
    var no = said.say(AlertWords.ASK_NO);
    var text =
        room.text().callFirst(alert.core().known(), said)
            + "\n"
            + said.say(AlertWords.ASK)
            + "1 "
            + yes
            + " 2 "
            + no;
    var choices =
        List.of(
            new Reply.Choice(yes, AlertWord.YES.text() + " " + alert.number()),
            new Reply.Choice(no, AlertWord.NO.text() + " " + alert.number()));
    return new Reply(List.of(new Reply.Part(text, choices)));
  }

  /** A button of the question: it answers that question and no other. */
  FirstSay pressed(AlertWord.Said said, Optional<KeptAlert> open, Coming coming) {
    var asked =
        open.filter(kept -> said.number().equals(Optional.of(kept.alert().number())))
            .filter(kept -> kept.alert() instanceof Alert.Asked);
    return asked.isPresent()
        ? answer(asked.get(), said.word() == AlertWord.YES ? "1" : "2", coming)
        : FirstSay.say(Reply.of(room.words(coming).say(AlertWords.OLD_QUESTION)));
  }

  /** Words said to the question: an answer, more of the same, or nothing that answers it. */
  FirstSay answer(KeptAlert asked, String words, Coming coming) {
    var page = new AlertPage(asked);
    var answer = Folding.tight(words);
    var before = asked.alert().core().known().words().getLast();
    if (NO.contains(answer)) {
      page.add(new AlertEvent.Dismissed(room.by(coming)));
      var dismissed = Reply.of(room.words(coming).say(AlertWords.DISMISSED));
      return coming.speaker().isEmpty()
          ? FirstSay.of(page, List.of(), dismissed)
          : FirstSay.route(page, dismissed, before);
    }
    if (cancels(words)) {
      page.add(new AlertEvent.Dismissed(room.by(coming)));
      return FirstSay.of(page, List.of(), Reply.of(room.words(coming).say(AlertWords.DROPPED)));
    }
    boolean yes = YES.contains(answer);
    if (!yes && room.danger().alarm(words) == Alarm.NONE) {
      return FirstSay.of(page, List.of(), question(asked.alert(), coming));
    }
    if (!yes) {
      page.add(
          new AlertEvent.Learned(
              room.by(coming), reading.seen(asked.alert().core().known(), words, coming)));
    }
    page.add(new AlertEvent.Confirmed(room.by(coming), Emergencies.certainty(coming)));
    return FirstSay.raise(page, beginning.form(coming, yes ? before : before + " " + words));
  }

  private static boolean cancels(String words) {
    return ControlWord.read(words).filter(said -> said.word() == ControlWord.CANCEL).isPresent();
  }
}

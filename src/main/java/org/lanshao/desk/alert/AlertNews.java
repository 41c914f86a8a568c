package org.lanshao.desk.alert;

import java.util.Map;
import java.util.Optional;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.desk.talk.Attachment;
import org.lanshao.desk.talk.Coming;
import org.lanshao.message.Reply;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/** What the reporter of an open alert adds to it: those who act get it. */
final class AlertNews {
  private final AlertRoom room;
  private final AlertReading reading;

  AlertNews(AlertRoom room, AlertReading reading) {
    this.room = room;
    this.reading = reading;
  }

  /** More words. */
  FirstSay added(KeptAlert open, String words, Coming coming) {
    var page = new AlertPage(open);
    page.add(
        new AlertEvent.Learned(
            room.by(coming), reading.seen(open.alert().core().known(), words, coming)));
    var post = room.post(page, room.by(coming));
    post.tellOthers(AlertWords.UPDATE, Map.of("words", words));
    var slots = Map.of("number", page.number());
    return FirstSay.of(
        page, post.rows(), Reply.of(room.words(coming).say(AlertWords.ADDED, slots)));
  }

  /** Words that mean nothing else, from somebody whose alert is open; empty when none is. */
  Optional<FirstSay> more(Coming coming) throws Unavailable {
    var open = room.open(coming.talk()).filter(kept -> kept.alert() instanceof Alert.Running);
    var words = AlertRoom.said(coming.inbound().content());
    return open.flatMap(kept -> words.map(said -> added(kept, said, coming)));
  }

  /** Something else than words; nothing when it cannot be kept. */
  FirstSay attach(KeptAlert open, Coming coming) {
    var what = Attachment.of(coming.inbound().content());
    if (what.isEmpty()) {
      return FirstSay.NOTHING;
    }
    var page = new AlertPage(open);
    page.add(new AlertEvent.Attached(room.by(coming), what.get().what(), what.get().reference()));
    var post = room.post(page, room.by(coming));
    var said = AlertMedia.said(what.get(), room.wording());
    post.tellOthers(AlertWords.UPDATE_SENT, Map.of("what", said));
    var slots = Map.of("number", page.number());
    return FirstSay.of(
        page, post.rows(), Reply.of(room.words(coming).say(AlertWords.ADDED, slots)));
  }
}

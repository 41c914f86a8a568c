package org.lanshao.desk.notice;

import java.util.Map;
import java.util.Optional;
import org.lanshao.alert.By;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.message.Reply;
import org.lanshao.turn.KeptNotice;

/** What all that people say about notices is answered with. */
record NoticeTalk(NoticeRoom room) {
  /** What the turn of these words writes. */
  NoticeSheet sheet(Heard heard) {
    return new NoticeSheet(
        room, new By(Optional.of(heard.speaker().id()), heard.where().key(), room.now()));
  }

  /** The wording for who speaks. */
  NoticeText text(Heard heard) {
    return new NoticeText(room, room.words(heard.speaker().id()));
  }

  /** Says something and changes nothing. */
  Decision say(Heard heard, NoticeWords phrase) {
    return say(heard, phrase, Map.of());
  }

  /** Says something with slots and changes nothing. */
  Decision say(Heard heard, NoticeWords phrase, Map<String, String> slots) {
    return Decision.say(Reply.of(text(heard).say(phrase, slots)));
  }

  /** Says something, and what is on the sheet happens. */
  static Decision decision(NoticeSheet sheet, Reply reply) {
    return sheet.decide(reply);
  }

  /** A draft is confirmed by who is in charge of all that it goes to. */
  boolean isAuthor(KeptNotice kept, Heard heard) {
    var charge = room.directory().charge(heard.speaker());
    return kept.notice().content().stations().stream()
        .allMatch(station -> room.directory().within(station, charge));
  }
}

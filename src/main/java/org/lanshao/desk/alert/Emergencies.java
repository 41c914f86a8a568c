package org.lanshao.desk.alert;

import java.util.List;
import java.util.Optional;
import org.lanshao.alert.Alarm;
import org.lanshao.alert.Alert;
import org.lanshao.alert.Certainty;
import org.lanshao.alert.Sighting;
import org.lanshao.desk.notice.NoticeDesk;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Failures;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Event;
import org.lanshao.directory.Person;
import org.lanshao.message.Content;
import org.lanshao.reading.Practice;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/**
 * Raises alerts from the raw text of messages, before forms and readers, and looks at those that
 * are due. What it needs for that is only the words of danger, the directory and the plan; a fault
 * in anything else costs what would have been understood, never the alert.
 */
public final class Emergencies {
  private final Shelf shelf;
  private final AlertRoom room;
  private final AlertBeginning beginning;
  private final AlertQuestion questions;
  private final AlertNews news;
  private final AlertCommands commands;
  private final AlertFinish finish;
  private final AlertWatching watching;
  private final AlertMedia media;
  private final AlertAside aside;

  /** By the plans, roster and forms of what is published. */
  public Emergencies(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.shelf = shelf;
    this.room = new AlertRoom(facts, shelf, surroundings);
    var reading = new AlertReading(room);
    var looking = new AlertLook(room);
    this.beginning = new AlertBeginning(room, reading);
    this.questions = new AlertQuestion(room, reading, beginning);
    this.news = new AlertNews(room, reading);
    this.commands = new AlertCommands(room);
    this.finish = new AlertFinish(room, looking);
    this.watching = new AlertWatching(room, looking);
    this.media = new AlertMedia(room);
    this.aside = new AlertAside(room);
  }

  /** What ends a turn that has to do with an alert. */
  public AlertFinish finish() {
    return finish;
  }

  /** What looks at alerts that are due. */
  public AlertWatching watching() {
    return watching;
  }

  /** Where the rest of alerts is asked that were raised in groups. */
  public AlertAside aside() {
    return aside;
  }

  /** What passes on the pictures and voices that come with alerts. */
  public AlertMedia media() {
    return media;
  }

  /** Words that mean nothing else, from somebody whose alert is open; empty when none is. */
  public Optional<FirstSay> more(Coming coming) throws Unavailable {
    return news.more(coming);
  }

  /**
   * The one place that words name which the form asking for the rest of an alert could not take:
   * 连滩镇石巷村3号 lies in 连滩镇. Empty when it took them, or they name none.
   */
  public Optional<String> sighted(Coming coming, List<Event> events) {
    boolean lost = events.stream().anyMatch(Event.Misread.class::isInstance);
    var near = coming.speaker().map(Person::area);
    return lost && AlertForm.asksForPlace(coming.talk())
        ? AlertRoom.said(coming.inbound().content())
            .flatMap(words -> Sighting.of(words, room.directory(), near).place())
            .map(room.directory()::fullName)
        : Optional.empty();
  }

  /** Whether a message begins with a word that raises. */
  public boolean raises(Content content) {
    return AlertRoom.said(content)
        .map(room.danger()::alarm)
        .filter(Alarm.RAISE::equals)
        .isPresent();
  }

  /** What a message means for alerts. It is found out even if something in the way of it fails. */
  public FirstSay first(Coming coming) throws Unavailable {
    try {
      return unguarded(coming);
    } catch (RuntimeException e) {
      Failures.log("alert", e);
      return raises(coming.inbound().content())
          ? beginning.raise(
              coming,
              AlertRoom.said(coming.inbound().content()).orElse(""),
              Certainty.CERTAIN,
              false)
          : FirstSay.NOTHING;
    }
  }

  private FirstSay unguarded(Coming coming) throws Unavailable {
    var said = AlertRoom.said(coming.inbound().content());
    var open = room.open(coming.talk());
    if (said.isEmpty()) {
      return open.isPresent() ? news.attach(open.get(), coming) : FirstSay.NOTHING;
    }
    String words = said.get();
    var pressed = AlertWord.read(words).filter(AlertWord.Said::isAnswer);
    if (pressed.isPresent()) {
      return questions.pressed(pressed.get(), open, coming);
    }
    if (coming.speaker().isPresent()) {
      var command = commands.decide(words, coming.speaker().get(), room.by(coming));
      if (command.isPresent()) {
        return command.get();
      }
    }
    if (coming.speaker().isPresent()
        && NoticeDesk.isAbout(words)
        && room.danger().alarm(words) != Alarm.RAISE) {
      return FirstSay.NOTHING;
    }
    var practice = Practice.rest(words);
    if (practice.isPresent() && coming.speaker().isPresent()) {
      return practice(practice.get(), coming);
    }
    if (open.isPresent() && open.get().alert() instanceof Alert.Asked) {
      return questions.answer(open.get(), words, coming);
    }
    return switch (room.danger().alarm(words)) {
      case RAISE ->
          open.isPresent() && asksTheRest(open.get(), coming)
              ? news.added(open.get(), words, coming)
              : beginning.raise(coming, words, certainty(coming), false);
      case ASK -> ask(open, words, coming);
      case NONE -> FirstSay.NOTHING;
    };
  }

  private static boolean asksTheRest(KeptAlert alert, Coming coming) {
    return coming
        .talk()
        .drafts()
        .inHand()
        .flatMap(Draft::alert)
        .filter(alert.alert().number()::equals)
        .isPresent();
  }

  /** How sure words of this speaker are. */
  static Certainty certainty(Coming coming) {
    return coming.speaker().isPresent() ? Certainty.CERTAIN : Certainty.UNVERIFIED;
  }

  /** Words of danger that open a form are what it is about: 演练 宣传 防火. */
  private FirstSay practice(String words, Coming coming) throws Unavailable {
    boolean alarms =
        switch (room.danger().alarm(words)) {
          case RAISE -> true;
          case ASK -> shelf.opening(words, coming.speaker().orElseThrow().language()).isEmpty();
          case NONE -> false;
        };
    return alarms ? beginning.raise(coming, words, Certainty.CERTAIN, true) : FirstSay.NOTHING;
  }

  /** Words of danger from who has raised one are more of the same; from others they are asked. */
  private FirstSay ask(Optional<KeptAlert> open, String words, Coming coming) throws Unavailable {
    if (open.isEmpty()) {
      return questions.ask(words, coming);
    }
    return asksTheRest(open.get(), coming)
        ? FirstSay.NOTHING
        : news.added(open.get(), words, coming);
  }
}

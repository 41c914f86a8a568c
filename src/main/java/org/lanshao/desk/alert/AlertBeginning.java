package org.lanshao.desk.alert;

import java.time.Duration;
import java.util.Optional;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Begun;
import org.lanshao.alert.Certainty;
import org.lanshao.alert.Plans;
import org.lanshao.alert.Reporter;
import org.lanshao.desk.talk.AlertNumbers;
import org.lanshao.desk.talk.Coming;
import org.lanshao.directory.Area;
import org.lanshao.directory.Person;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins alerts from raw words. */
final class AlertBeginning {
  private static final Logger LOG = LoggerFactory.getLogger(AlertBeginning.class);
  private static final Duration HOUR = Duration.ofHours(1);

  private final AlertRoom room;
  private final AlertReading reading;

  AlertBeginning(AlertRoom room, AlertReading reading) {
    this.room = room;
    this.reading = reading;
  }

  /** Raises one at once. */
  FirstSay raise(Coming coming, String words, Certainty certainty, boolean practice)
      throws Unavailable {
    if (isTooMany(coming)) {
      return tooMany();
    }
    var page = new AlertPage(began(coming, words, certainty, practice, false));
    return FirstSay.raise(page, form(coming, words));
  }

  /** The form for the rest opens in private, for people whom the directory knows. */
  Optional<String> form(Coming coming, String words) {
    boolean here = coming.speaker().isPresent() && coming.inbound().chat() instanceof Chat.Private;
    return here ? Optional.of(room.danger().rest(words)) : Optional.empty();
  }

  /** Whether somebody unknown has raised as many within the hour as they may. */
  boolean isTooMany(Coming coming) throws Unavailable {
    if (coming.speaker().isPresent()) {
      return false;
    }
    var since = room.now().minus(HOUR);
    var limit = room.plans().unverified();
    var conversation = Optional.of(coming.inbound().conversation());
    return room.facts().strangers(conversation, since) >= limit.one()
        || room.facts().strangers(Optional.empty(), since) >= limit.all();
  }

  /** What somebody unknown is told who has. */
  FirstSay tooMany() {
    LOG.atWarn().addKeyValue("code", "alert-limit").log("an alert of somebody unknown is refused");
    return FirstSay.say(Reply.of(room.wording().say(AlertWords.STRANGER_LIMIT)));
  }

  /**
   * How one begins.
   *
   * @param asked whether it is asked first whether it is one
   */
  AlertEvent.Began began(
      Coming coming, String words, Certainty certainty, boolean practice, boolean asked)
      throws Unavailable {
    var by = room.by(coming);
    var known = practice ? reading.practice(words, coming) : reading.real(words, coming);
    var around = room.directory().path(known.area()).stream().map(Area::code).toList();
    var plan = room.plans().plan(new Plans.Case(known, certainty, around));
    var number = AlertNumbers.kind(practice);
    var begun =
        new Begun(
            number + room.facts().nextNumber(number),
            new Reporter(coming.speaker().map(Person::id), coming.inbound().conversation()),
            by.at(),
            practice ? plan.ofStation() : plan,
            practice);
    return new AlertEvent.Began(by, begun, certainty, known, asked);
  }
}

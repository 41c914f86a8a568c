package org.lanshao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.alert.Alert;
import org.lanshao.desk.campaign.CampaignDesk;
import org.lanshao.desk.day.DayCommands;
import org.lanshao.desk.day.DayReports;
import org.lanshao.desk.filing.Completing;
import org.lanshao.desk.filing.Revisions;
import org.lanshao.desk.matter.CareCommands;
import org.lanshao.desk.matter.MatterDesk;
import org.lanshao.desk.matter.OpenList;
import org.lanshao.desk.notice.NoticeDesk;
import org.lanshao.desk.notice.NoticeWords;
import org.lanshao.desk.people.Staff;
import org.lanshao.desk.people.StationCards;
import org.lanshao.desk.register.FileDesk;
import org.lanshao.desk.season.PassedOn;
import org.lanshao.desk.season.SeasonDesk;
import org.lanshao.desk.season.ShelterDesk;
import org.lanshao.desk.site.SiteDesk;
import org.lanshao.desk.talk.Agreeing;
import org.lanshao.desk.talk.Asides;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.ControlWord;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Input;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Step;
import org.lanshao.directory.FormAreas;
import org.lanshao.message.Reply;
import org.lanshao.people.Outcome;
import org.lanshao.reading.Numbers;
import org.lanshao.reading.Practice;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Finds out what words mean and what follows from them. Changes nothing itself. */
final class Routing {
  private static final Optional<Decision> NOTHING = Optional.empty();

  private final Speech speech;
  private final Openings openings;
  private final Controls controls;
  private final Resuming resuming;
  private final Revisions revisions;
  private final Staff staff;
  private final Placing placing;
  private final PassedOn passedOn;
  private final Agreeing agreeing;
  private final List<Answers> commands;
  private final NoticeDesk notices;
  private final CampaignDesk campaigns;
  private final OpenList open;
  private final Practising practising;
  private final Asides asides;

  Routing(Shelf shelf, CommandDesk commands, Staff staff, Facts facts, Surroundings surroundings) {
    this.staff = staff;
    this.speech = new Speech(surroundings);
    var matters = new MatterDesk(facts, shelf, speech, surroundings);
    var reports = new DayReports(facts, shelf, surroundings);
    var areas = new FormAreas(surroundings.directory());
    this.asides = new Asides(facts, speech, surroundings);
    this.openings = new Openings(shelf, facts, asides, areas, matters, reports);
    this.controls = new Controls(openings, speech);
    this.resuming = new Resuming(speech, surroundings.clock().getZone());
    this.revisions = new Revisions(facts, shelf, surroundings, matters, speech::context);
    this.passedOn = new PassedOn(facts, surroundings);
    var care = new CareCommands(facts, shelf, surroundings);
    var days = new DayCommands(facts, shelf, surroundings);
    var seasons = new SeasonDesk(facts, shelf, surroundings);
    var shelters = new ShelterDesk(facts, shelf, surroundings);
    this.open = new OpenList(facts, shelf, matters, surroundings);
    this.notices = new NoticeDesk(facts, surroundings);
    this.campaigns = new CampaignDesk(facts, shelf, surroundings);
    var files = new FileDesk(facts, shelf, asides, surroundings);
    this.agreeing =
        new Agreeing(
            facts,
            surroundings.clock(),
            said -> days.asks(said) || seasons.asks(said) || files.asks(said));
    var stations = new StationCards(surroundings);
    var sites = new SiteDesk(facts, shelf, speech, matters, surroundings);
    this.commands =
        List.of(
            files::overdue,
            files::counted,
            care::decide,
            days::decide,
            shelters::decide,
            seasons::decide,
            commands::detail,
            heard -> revisions.decide(Completing.asCorrection(heard)),
            notices::answer,
            campaigns::answer,
            sites::decide,
            open::decide,
            stations::decide,
            files::decide,
            commands::answer);
    var left = new PracticeDesk(facts, shelf, speech, surroundings);
    this.practising = new Practising(this::as, left, facts, shelf, speech);
    this.placing = new Placing(facts, openings, revisions, shelf, speech, surroundings.clock());
  }

  /** What answers commands of one kind; empty for other words. */
  private interface Answers {
    Optional<Decision> to(Heard heard) throws Unavailable;
  }

  /** What speaks to people. */
  Speech speech() {
    return speech;
  }

  /** What goes on in private. */
  Asides asides() {
    return asides;
  }

  /** What is answered in private to what was said in a group; empty when it means nothing. */
  Optional<Decision> aside(Heard heard) throws Unavailable {
    var answer = command(heard);
    return answer.isPresent() ? answer : start(heard);
  }

  /** What revises records. */
  Revisions revisions() {
    return revisions;
  }

  /** Opens the form that asks for the rest of an alert. */
  Decision rest(Heard heard, Alert alert) {
    return openings.rest(heard, alert);
  }

  /** Tries the meanings in their order; 演练 goes before them. */
  Decision route(Heard heard) throws Unavailable {
    var noticed = Practice.rest(heard.text()).isPresent() ? notices.answer(heard) : NOTHING;
    var practised = noticed.isPresent() ? noticed : practising.decide(heard);
    if (practised.isPresent()) {
      return practised.get();
    }
    var whole = agreeing.whole(heard);
    for (Meaning meaning : Meaning.values()) {
      var decision = as(meaning, whole);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    throw new IllegalStateException("words without a meaning");
  }

  /** What follows if the words mean this; empty when they cannot. */
  Optional<Decision> as(Meaning meaning, Heard heard) throws Unavailable {
    return switch (meaning) {
      case EMERGENCY -> openings.urgent(heard);
      case STAFF -> staff(heard);
      case CONTROL -> control(heard);
      case RESUME -> resuming.decide(heard);
      case COMMAND -> command(heard);
      case PLACE -> placing.decide(heard);
      case ANSWER -> answer(heard);
      case RECEIPT -> receipt(heard);
      case START -> start(heard);
      case NOTHING -> Optional.of(nothing(heard));
    };
  }

  private Optional<Decision> staff(Heard heard) throws Unavailable {
    var led = campaigns.decide(heard);
    if (led.isPresent()) {
      return led;
    }
    var noticed = notices.decide(heard);
    if (noticed.isPresent()) {
      return noticed;
    }
    var outcome = staff.answer(heard);
    return outcome.map(
        said -> Decision.of(new Outcome(speech.askAgain(said.reply(), heard), said.deed())));
  }

  private Optional<Decision> start(Heard heard) throws Unavailable {
    var said = open.entering(passedOn.asPublicity(heard));
    var opening = openings.start(said);
    if (opening.isEmpty()) {
      return opening;
    }
    var opened = placing.opened(opening.get(), said);
    return Optional.of(heard.isPractice() ? practising.numbered(opened) : opened);
  }

  private Optional<Decision> control(Heard heard) throws Unavailable {
    var session = heard.talk().inHand();
    return session.isEmpty()
        ? Optional.empty()
        : controls.step(session.get(), heard).map(step -> goOn(step, heard));
  }

  /** A number alone is none: one that agrees to a command stands behind it by now. */
  private Optional<Decision> command(Heard heard) throws Unavailable {
    if (Numbers.isDigits(heard.text())) {
      return NOTHING;
    }
    for (Answers answers : commands) {
      var decision = answers.to(heard);
      if (decision.isPresent()) {
        return decision.map(one -> beside(one, heard));
      }
    }
    return Optional.empty();
  }

  /** What changes no form is said beside the form in hand, which asks again. */
  private Decision beside(Decision decision, Heard heard) {
    return decision.events().isEmpty()
        ? decision.saying(speech.askAgain(decision.reply(), heard))
        : decision;
  }

  private Optional<Decision> answer(Heard heard) {
    return heard
        .talk()
        .inHand()
        .filter(open -> !Dialogue.isAnother(open, heard.text(), speech.context(heard)))
        .map(session -> Dialogue.answer(session, heard.text(), speech.context(heard)))
        .filter(Step::understood)
        .map(step -> goOn(step, heard));
  }

  /** A picture, a file or a point: an answer of the form in hand, or kept until it has a place. */
  Decision receive(Input input, Heard heard) throws Unavailable {
    var inHand = heard.talk().inHand();
    if (inHand.isEmpty()) {
      return placing.keep(input, heard);
    }
    return goOn(Dialogue.receive(inHand.get(), input, speech.context(heard)), heard);
  }

  private Optional<Decision> receipt(Heard heard) throws Unavailable {
    var confirmed = notices.receipt(heard);
    if (confirmed.isPresent()) {
      return confirmed;
    }
    return Prefix.after("收到", heard.text())
        .filter(String::isEmpty)
        .map(rest -> Reply.of(speech.words(heard).say(NoticeWords.NOTHING_OPEN)))
        .map(reply -> Decision.say(speech.askAgain(reply, heard)));
  }

  private Decision nothing(Heard heard) throws Unavailable {
    var inHand = heard.talk().inHand();
    if (inHand.isPresent()) {
      Step step = Dialogue.answer(inHand.get(), heard.text(), speech.context(heard));
      return new Decision(step.events(), step.reply());
    }
    var asked = placing.ask(heard);
    if (asked.isPresent()) {
      return asked.get();
    }
    if (ControlWord.read(heard.text()).isPresent()) {
      return Decision.say(Reply.of(speech.words(heard).say(DeskWords.NOTHING_OPEN)));
    }
    return HowTo.of(heard.text())
        .map(how -> Decision.say(Reply.of(speech.words(heard).say(how))))
        .orElseGet(
            () -> Decision.unclear(Reply.of(speech.words(heard).say(DeskWords.NOT_UNDERSTOOD))));
  }

  /** When a form over another one ended, the one below is in hand again and asks. */
  private Decision goOn(Step step, Heard heard) {
    boolean ended = step.events().stream().anyMatch(Event::ends);
    var open = heard.talk().open();
    if (!ended || open.size() < 2) {
      return new Decision(step.events(), step.reply());
    }
    Session below = open.get(open.size() - 2);
    String title = speech.words(heard).say(DeskWords.RESUMED, Map.of("form", below.title()));
    Reply asked = Dialogue.prompt(below, speech.context(heard)).after(title);
    return new Decision(step.events(), Speech.join(step.reply(), asked));
  }
}

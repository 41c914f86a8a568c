package org.lanshao.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.directory.Agency;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.turn.Unavailable;

/**
 * 登记 of somebody whom the directory does not know. They are told what was understood of their own
 * words and nothing else; somebody above is asked.
 */
final class Newcomers {
  /** So often an account may ask within {@link #WITHIN}. */
  private static final int MOST = 3;

  private static final Duration WITHIN = Duration.ofDays(1);

  /** So many may wait at once, whoever asks. */
  private static final int MOST_OPEN = 200;

  private final Fresh fresh;

  Newcomers(Fresh fresh) {
    this.fresh = fresh;
  }

  /**
   * Words of an unknown sender.
   *
   * @param text what was said; private
   */
  record Stranger(
      String text, Said.Place place, Directory directory, Wording wording, Instant now) {
    Outcome reply(PeopleWords words) {
      return Outcome.say(Reply.of(wording.say(words)));
    }

    /** Without the words. */
    @Override
    public String toString() {
      return "Stranger[]";
    }
  }

  /** What follows; empty when the words are no 登记. */
  Optional<Outcome> answer(Stranger stranger) throws Unavailable {
    var heard =
        PeopleWord.read(stranger.text(), false).filter(said -> said.word() == PeopleWord.REGISTER);
    if (heard.isEmpty()) {
      return Optional.empty();
    }
    var rest = heard.get().rest();
    if (stranger.place().isGroup()) {
      return Optional.of(stranger.reply(PeopleWords.IN_PRIVATE));
    }
    if (isTooOften(stranger)) {
      return Optional.of(stranger.reply(PeopleWords.REGISTER_TOO_OFTEN));
    }
    return Optional.of(
        switch (Introduction.read(rest, stranger.directory())) {
          case Introduction.Read.Nothing() -> stranger.reply(PeopleWords.REGISTER_HOW);
          case Introduction.Read.Where(String name, List<Area> areas) ->
              where(stranger, rest, name, areas);
          case Introduction.Read.Whole(Introduction found) -> ask(stranger, found);
        });
  }

  private static boolean isTooOften(Stranger stranger) {
    var asked =
        stranger.directory().proposals().stream()
            .filter(p -> p.kind() == Proposal.Kind.REGISTER)
            .toList();
    long own =
        asked.stream()
            .filter(p -> p.origin().equals(stranger.place().origin()))
            .filter(p -> p.at().isAfter(stranger.now().minus(WITHIN)))
            .count();
    long open = asked.stream().filter(p -> p.isOpen(stranger.now())).count();
    return own >= MOST || open >= MOST_OPEN;
  }

  /** Their own words once for each place, to be sent as they are. */
  private static Outcome where(Stranger stranger, String rest, String name, List<Area> areas) {
    var lines = new ArrayList<String>();
    for (Area area : areas) {
      var whole = rest.replace(name, stranger.directory().fullName(area));
      lines.add(PeopleWord.REGISTER.word() + " " + whole);
    }
    var slots = Map.of("name", name, "lines", String.join("\n", lines));
    return Outcome.say(Reply.of(stranger.wording().say(PeopleWords.WHICH_PLACE, slots)));
  }

  private Outcome ask(Stranger stranger, Introduction found) throws Unavailable {
    var person = person(stranger, found);
    var understood = new ArrayList<String>();
    understood.add(
        stranger.wording().say(PeopleWords.REGISTER_UNDERSTOOD, slots(stranger, person, true)));
    if (found.phone().isEmpty()) {
      understood.add(stranger.wording().say(PeopleWords.REGISTER_NO_PHONE));
    }
    var deciders =
        new PeopleRights(stranger.directory())
            .deciders(person, person.area(), stranger.place().kind());
    if (deciders.isEmpty()) {
      understood.add(stranger.wording().say(PeopleWords.REGISTER_NOBODY_TO_ASK));
      return Outcome.say(Reply.of(String.join("\n", understood)));
    }
    understood.add(stranger.wording().say(PeopleWords.REGISTER_ASKED));
    var proposal = proposal(stranger, person);
    var edits = new ArrayList<Edit>(earlier(stranger));
    edits.add(new Edit.Propose(proposal));
    var notices =
        deciders.stream().map(decider -> question(stranger, person, proposal, decider)).toList();
    return Outcome.of(
        Reply.of(String.join("\n", understood)),
        new Outcome.Deed(Proposal.Kind.REGISTER, proposal.subject(), edits, notices));
  }

  private Person person(Stranger stranger, Introduction found) throws Unavailable {
    var id = new PersonId("n" + fresh.number("n"));
    return new Person(
            id,
            found.name(),
            found.role(),
            found.area(),
            Map.of(stranger.place().kind(), stranger.place().origin().account()),
            found.phone(),
            "zh")
        .of(found.agency());
  }

  private Proposal proposal(Stranger stranger, Person person) throws Unavailable {
    return new Proposal(
        Previews.LETTER + fresh.number(Previews.LETTER),
        Proposal.Kind.REGISTER,
        stranger.now(),
        stranger.now().plus(Previews.LONG),
        Optional.empty(),
        stranger.place().origin(),
        person.area(),
        person.id().text(),
        List.of(new Edit.PutPerson(person, Optional.empty())),
        "",
        Proposal.State.OPEN,
        Optional.empty());
  }

  /** Who asks again asks for the newest alone. */
  private static List<Edit.Settle> earlier(Stranger stranger) {
    return stranger.directory().proposals().stream()
        .filter(open -> open.kind() == Proposal.Kind.REGISTER && open.isOpen(stranger.now()))
        .filter(open -> open.origin().equals(stranger.place().origin()))
        .map(open -> new Edit.Settle(open.number(), Proposal.State.DROPPED, Optional.empty()))
        .toList();
  }

  private static Outcome.Notice question(
      Stranger stranger, Person person, Proposal proposal, Person decider) {
    var wording = stranger.wording().in(decider.language());
    var slots = new java.util.HashMap<>(slots(stranger, person, false));
    slots.put("number", proposal.number());
    return new Outcome.Notice(
        new Outcome.To.Known(decider.id()),
        new Reply.Part(
            wording.say(PeopleWords.REGISTER_ASK, slots), Questions.choices(wording, proposal)));
  }

  private static Map<String, String> slots(Stranger stranger, Person person, boolean masked) {
    var role =
        switch (person.role()) {
          case HEAD -> PeopleWords.ROLE_HEAD;
          case TOWN ->
              person.agency().isPresent() ? PeopleWords.ROLE_OFFICE : PeopleWords.ROLE_TOWN;
          default -> PeopleWords.ROLE_WORKER;
        };
    var agency = Map.of("agency", person.agency().map(Agency::name).orElse(""));
    var names = new Names(stranger.directory(), new AreaCode(""));
    return Map.of(
        "name", person.name(),
        "area", names.where(person.area()),
        "role", stranger.wording().say(role, agency),
        "phone", masked ? Introduction.masked(person.phone()) : person.phone());
  }
}

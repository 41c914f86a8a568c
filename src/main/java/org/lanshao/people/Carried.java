package org.lanshao.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.message.Reply;

/** Carries a proposal out: what changes, what its decider hears, and who else is told. */
final class Carried {
  private final Said said;
  private final Proposal proposal;
  private final Names names;
  private final List<Outcome.Notice> notices = new ArrayList<>();

  private Carried(Said said, Proposal proposal) {
    this.said = said;
    this.proposal = proposal;
    this.names = new Names(said.directory(), said.speaker().area());
  }

  static Outcome out(Said said, Proposal proposal) {
    return new Carried(said, proposal).out();
  }

  private Outcome out() {
    var text =
        switch (proposal.kind()) {
          case REGISTER -> registered(person());
          case MOVE -> moved(person());
          case LEAVE -> left(person());
          case RETURN -> returned(person());
          case UPDATE -> said.say(PeopleWords.UPDATED, Map.of("name", person().name()));
          case ROSTER -> rostered();
          case UNBIND -> unbound();
          case BIND, IMPORT, DUTY ->
              throw new IllegalStateException("never confirmed by a word: " + proposal.kind());
        };
    var edits = new ArrayList<Edit>();
    edits.add(
        new Edit.Settle(proposal.number(), Proposal.State.DONE, Optional.of(said.speaker().id())));
    edits.addAll(proposal.edits());
    return Outcome.of(
        Reply.of(text),
        new Outcome.Deed(proposal.kind(), proposal.subject(), edits, notices, heirs()));
  }

  private Person person() {
    return Deciding.about(said, proposal).orElseThrow();
  }

  private List<Edit.HandOver> heirs() {
    return proposal.edits().stream()
        .filter(Edit.HandOver.class::isInstance)
        .map(Edit.HandOver.class::cast)
        .toList();
  }

  private String registered(Person person) {
    var slots = Map.of("name", person.name(), "area", names.where(person.area()));
    var welcome = said.sayTo(person, PeopleWords.REGISTER_WELCOME, slots);
    for (String account : person.accounts().values()) {
      var to = new Outcome.To.Account(proposal.origin().channel(), account);
      notices.add(new Outcome.Notice(to, welcome));
    }
    return said.say(PeopleWords.REGISTERED, slots);
  }

  private String moved(Person person) {
    var slots =
        Map.of(
            "name", person.name(),
            "from", names.where(person.area()),
            "to", names.where(proposal.area()));
    tell(person.id(), PeopleWords.MOVED_TOLD, slots);
    return handed(said.say(PeopleWords.MOVED, slots));
  }

  /** Nothing is said to somebody who left. */
  private String left(Person person) {
    return handed(said.say(PeopleWords.LEFT_DONE, Map.of("name", person.name())));
  }

  private String handed(String done) {
    return heirs().stream()
        .flatMap(heir -> said.directory().person(heir.to()).stream())
        .map(heir -> said.say(PeopleWords.LEFT_HANDED, Map.of("heir", heir.name())))
        .findFirst()
        .map(handed -> done + handed)
        .orElse(done);
  }

  private String returned(Person person) {
    var slots = Map.of("name", person.name(), "area", names.where(person.area()));
    person
        .account(said.place().kind())
        .map(account -> new Outcome.To.Account(said.place().origin().channel(), account))
        .map(to -> new Outcome.Notice(to, said.sayTo(person, PeopleWords.RETURNED_TOLD, slots)))
        .ifPresent(notices::add);
    return said.say(PeopleWords.RETURNED, slots);
  }

  private String rostered() {
    var personToDays = new TreeMap<String, TreeSet<LocalDate>>();
    var days = new TreeSet<LocalDate>();
    for (Edit edit : proposal.edits()) {
      if (edit instanceof Edit.Roster(var area, LocalDate day, List<PersonId> people)) {
        days.add(day);
        people.forEach(
            id -> personToDays.computeIfAbsent(id.text(), p -> new TreeSet<>()).add(day));
      }
    }
    var area = names.where(proposal.area());
    personToDays.forEach(
        (id, own) -> {
          var slots = Map.of("area", area, "days", Days.text(own));
          tell(new PersonId(id), PeopleWords.ROSTERED_TOLD, slots);
        });
    var slots = Map.of("area", area, "days", Integer.toString(days.size()));
    return said.say(PeopleWords.ROSTERED, slots);
  }

  private String unbound() {
    var name =
        proposal.edits().stream()
            .filter(Edit.DropGroup.class::isInstance)
            .flatMap(edit -> said.directory().group(((Edit.DropGroup) edit).id()).stream())
            .map(group -> group.name())
            .findFirst()
            .orElse("");
    return said.say(PeopleWords.UNBOUND, Map.of("name", name));
  }

  private void tell(PersonId id, PeopleWords words, Map<String, String> slots) {
    said.directory()
        .person(id)
        .filter(person -> !id.equals(said.speaker().id()))
        .map(person -> said.sayTo(person, words, slots))
        .map(text -> new Outcome.Notice(new Outcome.To.Known(id), text))
        .ifPresent(notices::add);
  }
}

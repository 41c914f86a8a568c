package org.lanshao.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;

/** 确认, 同意, 不同意 and 取消: the word upon which a proposal is carried out, or not. */
final class Deciding {
  private static final Pattern NUMBER = Pattern.compile("r(\\d{1,9})");

  private Deciding() {}

  /** What follows; empty when the words are about nothing that waits. */
  static Optional<Outcome> decide(Said said, PeopleWord word, String rest) {
    var number = NUMBER.matcher(Folding.tight(rest));
    if (number.matches()) {
      var text = Previews.LETTER + number.group(1);
      return Optional.of(
          said.directory()
              .proposal(text)
              .map(proposal -> decide(said, word, proposal))
              .orElseGet(() -> said.reply(PeopleWords.NO_SUCH_PROPOSAL, Map.of("number", text))));
    }
    return rest.isEmpty() ? bare(said, word) : Optional.empty();
  }

  /** Without a number only what can be nothing else. */
  private static Optional<Outcome> bare(Said said, PeopleWord word) {
    var open =
        said.directory().proposals().stream()
            .filter(proposal -> proposal.isOpen(said.now().toInstant()))
            .filter(proposal -> proposal.kind() != Proposal.Kind.BIND || word == PeopleWord.DROP)
            .toList();
    var own = open.stream().filter(p -> isOwn(said, p)).toList();
    if (!own.isEmpty()) {
      return Optional.of(decide(said, word, own.getLast()));
    }
    var asked = open.stream().filter(p -> !p.isPreview() && mayDecide(said, p)).toList();
    if (asked.isEmpty() || word == PeopleWord.DROP) {
      return Optional.empty();
    }
    return Optional.of(
        asked.size() == 1 ? decide(said, word, asked.getFirst()) : which(said, word, asked));
  }

  private static Outcome which(Said said, PeopleWord word, List<Proposal> asked) {
    var lines =
        asked.stream()
            .map(
                proposal ->
                    said.say(
                        PeopleWords.PROPOSAL_LINE,
                        Map.of(
                            "number",
                            Previews.say(word, proposal),
                            "what",
                            about(said, proposal).map(Person::name).orElse(""))))
            .collect(Collectors.joining("\n"));
    return said.reply(PeopleWords.WHICH_PROPOSAL, Map.of("lines", lines));
  }

  private static boolean isOwn(Said said, Proposal proposal) {
    return proposal.by().equals(Optional.of(said.speaker().id()));
  }

  private static Outcome decide(Said said, PeopleWord word, Proposal proposal) {
    var number = Map.of("number", proposal.number());
    boolean mine = proposal.isPreview() ? isOwn(said, proposal) : mayDecide(said, proposal);
    if (!mine) {
      return said.reply(PeopleWords.NOT_YOURS_TO_DECIDE, number);
    }
    if (proposal.state() != Proposal.State.OPEN) {
      var who = proposal.decider().flatMap(said.directory()::person).map(Person::name).orElse("");
      return said.reply(
          PeopleWords.DECIDED_BEFORE, Map.of("number", proposal.number(), "name", who));
    }
    if (!proposal.isOpen(said.now().toInstant())) {
      return said.reply(PeopleWords.TOO_OLD, number);
    }
    if (word != PeopleWord.AGREE) {
      return refused(said, proposal);
    }
    return mayDecide(said, proposal) && fits(said, proposal)
        ? Carried.out(said, proposal)
        : said.reply(PeopleWords.OVERTAKEN, number);
  }

  /** As the directory stands now, which may be another than when it was proposed. */
  private static boolean mayDecide(Said said, Proposal proposal) {
    var rights = new PeopleRights(said.directory());
    return switch (proposal.kind()) {
      case REGISTER, MOVE, LEAVE, RETURN, UPDATE ->
          about(said, proposal).filter(p -> rights.manages(said.speaker(), p)).isPresent()
              && rights.runs(said.speaker(), proposal.area());
      case ROSTER, BIND, UNBIND -> rights.runs(said.speaker(), proposal.area());
      case IMPORT, DUTY -> false;
    };
  }

  /** Whom it is about: as they are, or as they would come. */
  static Optional<Person> about(Said said, Proposal proposal) {
    return said.directory()
        .person(new PersonId(proposal.subject()))
        .or(
            () ->
                proposal.edits().stream()
                    .filter(Edit.PutPerson.class::isInstance)
                    .map(edit -> ((Edit.PutPerson) edit).person())
                    .findFirst());
  }

  /** Whether everything is still as it was when the proposal was made. */
  private static boolean fits(Said said, Proposal proposal) {
    return proposal.edits().stream().allMatch(edit -> fits(said, edit));
  }

  private static boolean fits(Said said, Edit edit) {
    var directory = said.directory();
    return switch (edit) {
      case Edit.PutPerson(Person person, Optional<Person> before) ->
          directory.person(person.id()).equals(before)
              && directory.area(person.area()).isPresent()
              && person.accounts().entrySet().stream()
                  .allMatch(
                      account ->
                          directory
                              .known(account.getKey(), account.getValue())
                              .filter(other -> !other.id().equals(person.id()))
                              .isEmpty());
      case Edit.HandOver(PersonId from, PersonId to) ->
          directory.person(to).filter(heir -> !heir.left()).isPresent();
      case Edit.PutGroup(Group group) -> directory.group(group.id()).isEmpty();
      case Edit.DropGroup(var id) -> directory.group(id).isPresent();
      case Edit.Roster(var area, var day, List<PersonId> people) ->
          people.stream().allMatch(id -> directory.person(id).filter(p -> !p.left()).isPresent());
      default -> true;
    };
  }

  private static Outcome refused(Said said, Proposal proposal) {
    boolean own = proposal.isPreview();
    var state = own ? Proposal.State.DROPPED : Proposal.State.REFUSED;
    var edits =
        List.<Edit>of(new Edit.Settle(proposal.number(), state, Optional.of(said.speaker().id())));
    var notices = new ArrayList<Outcome.Notice>();
    boolean asked = !proposal.origin().account().isEmpty();
    if (proposal.kind() == Proposal.Kind.REGISTER && asked) {
      notices.add(
          new Outcome.Notice(
              new Outcome.To.Account(proposal.origin().channel(), proposal.origin().account()),
              said.wording().say(PeopleWords.REGISTER_REFUSED)));
    }
    var text =
        own
            ? said.say(PeopleWords.DROPPED, Map.of())
            : said.say(PeopleWords.REFUSED, Map.of("number", proposal.number()));
    return Outcome.of(
        Reply.of(text), new Outcome.Deed(proposal.kind(), proposal.subject(), edits, notices));
  }
}

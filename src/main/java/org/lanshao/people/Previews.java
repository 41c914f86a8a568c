package org.lanshao.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Proposal;
import org.lanshao.message.Reply;
import org.lanshao.turn.Unavailable;

/** Makes proposals: nothing of what they would change is changed before somebody says the word. */
final class Previews {
  /** The letter of their numbers. */
  static final String LETTER = "R";

  /** How long what somebody saw can be confirmed. */
  static final Duration SHORT = Duration.ofMinutes(30);

  /** How long somebody above has to decide. */
  static final Duration LONG = Duration.ofDays(7);

  private final Fresh fresh;

  Previews(Fresh fresh) {
    this.fresh = fresh;
  }

  /**
   * What would be changed.
   *
   * @param subject as in {@link Proposal}
   */
  record Plan(Proposal.Kind kind, AreaCode area, String subject, List<Edit> edits, String code) {
    Plan(Proposal.Kind kind, AreaCode area, String subject, List<Edit> edits) {
      this(kind, area, subject, edits, "");
    }
  }

  /** Shows the speaker what would change; their earlier previews are dropped. */
  Outcome show(Said said, Plan plan, String text) throws Unavailable {
    var proposal = proposal(said, plan);
    var reply = Reply.of(text + "\n" + how(said, proposal), choices(said, proposal));
    return Outcome.of(reply, deed(said, proposal, List.of()));
  }

  /** The deed of a preview: it is noted, and what its maker saw before is dropped. */
  Outcome.Deed deed(Said said, Proposal proposal, List<Outcome.Notice> notices) {
    var edits = new ArrayList<Edit>();
    said.directory().proposals().stream()
        .filter(open -> open.isOpen(said.now().toInstant()))
        .filter(open -> open.by().equals(Optional.of(said.speaker().id())))
        .map(
            open ->
                new Edit.Settle(
                    open.number(), Proposal.State.DROPPED, Optional.of(said.speaker().id())))
        .forEach(edits::add);
    edits.add(new Edit.Propose(proposal));
    return new Outcome.Deed(proposal.kind(), proposal.subject(), edits, notices);
  }

  Proposal proposal(Said said, Plan plan) throws Unavailable {
    var now = said.now().toInstant();
    return new Proposal(
        LETTER + fresh.number(LETTER),
        plan.kind(),
        now,
        now.plus(SHORT),
        Optional.of(said.speaker().id()),
        said.place().origin(),
        plan.area(),
        plan.subject(),
        plan.edits(),
        plan.code(),
        Proposal.State.OPEN,
        Optional.empty());
  }

  static String how(Said said, Proposal proposal) {
    return said.say(PeopleWords.CONFIRM, Map.of("number", proposal.number(), "minutes", minutes()));
  }

  static String minutes() {
    return Long.toString(SHORT.toMinutes());
  }

  private static List<Reply.Choice> choices(Said said, Proposal proposal) {
    return List.of(
        new Reply.Choice(
            said.say(PeopleWords.SAY_CONFIRM, Map.of()), say(PeopleWord.AGREE, proposal)),
        new Reply.Choice(said.say(PeopleWords.SAY_DROP, Map.of()), say(PeopleWord.DROP, proposal)));
  }

  /** What a button says. */
  static String say(PeopleWord word, Proposal proposal) {
    return word.word() + " " + proposal.number();
  }
}

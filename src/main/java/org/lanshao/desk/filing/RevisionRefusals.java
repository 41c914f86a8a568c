package org.lanshao.desk.filing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Basis;
import org.lanshao.dialogue.Context;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Reply;
import org.lanshao.record.Revision;
import org.lanshao.record.RevisionRights;
import org.lanshao.record.RevisionRights.Rung;
import org.lanshao.record.RevisionRights.Verdict;

/** Why somebody may not correct, withdraw or return a record, and who may. */
final class RevisionRefusals {
  private final Surroundings surroundings;
  private final RevisionRights rights;
  private final Function<Heard, Context> contexts;

  RevisionRefusals(Surroundings surroundings, Function<Heard, Context> contexts) {
    this.surroundings = surroundings;
    this.contexts = contexts;
    this.rights =
        new RevisionRights(
            surroundings.directory(), surroundings.limits(), surroundings.clock().getZone());
  }

  /** Who may revise what, and until when. */
  RevisionRights rights() {
    return rights;
  }

  /** Who may revise it today, and whether they must say why. */
  Verdict verdict(Basis.Purpose purpose, Revision standing, Heard heard) {
    return purpose == Basis.Purpose.RETURN
        ? rights.giveBack(standing, heard.speaker(), heard.today())
        : rights.revise(standing, heard.speaker(), heard.today());
  }

  /** Why a record cannot be revised so by this speaker today; empty when it can. */
  Optional<Decision> of(Basis.Purpose purpose, Revision standing, Heard heard) {
    var number = Map.of("number", standing.record().number());
    var verdict = verdict(purpose, standing, heard);
    if (verdict instanceof Verdict.Stranger) {
      return Optional.of(say(DeskWords.NOT_YOUR_RECORD, number, heard));
    }
    if (standing.state() == Revision.State.WITHDRAWN) {
      return Optional.of(say(DeskWords.ALREADY_WITHDRAWN, number, heard));
    }
    return switch (verdict) {
      case Verdict.Allowed allowed ->
          unreturnable(purpose, standing.record().person(), heard, number);
      case Verdict.Stranger stranger -> Optional.of(say(DeskWords.NOT_YOUR_RECORD, number, heard));
      case Verdict.TooLate(Rung holder) ->
          Optional.of(held(DeskWords.TOO_LATE, standing, holder, heard));
      case Verdict.TooEarly(Rung holder) ->
          Optional.of(
              holder == Rung.AUTHOR
                  ? say(DeskWords.AUTHORS_TURN, number, heard)
                  : held(DeskWords.TOO_EARLY, standing, holder, heard));
    };
  }

  private Optional<Decision> unreturnable(
      Basis.Purpose purpose, PersonId author, Heard heard, Map<String, String> number) {
    if (purpose != Basis.Purpose.RETURN) {
      return Optional.empty();
    }
    if (author.equals(heard.speaker().id())) {
      return Optional.of(say(DeskWords.RETURN_TO_SELF, number, heard));
    }
    return surroundings.directory().atWork(author).isEmpty()
        ? Optional.of(say(DeskWords.AUTHOR_LEFT, number, heard))
        : Optional.empty();
  }

  private Decision held(DeskWords words, Revision standing, Rung holder, Heard heard) {
    var who =
        switch (holder) {
          case AUTHOR -> DeskWords.HELD_BY_AUTHOR;
          case HEAD -> DeskWords.HELD_BY_HEAD;
          case COORDINATOR -> DeskWords.HELD_BY_COORDINATOR;
        };
    return say(
        words,
        Map.of(
            "number", standing.record().number(), "who", contexts.apply(heard).wording().say(who)),
        heard);
  }

  private Decision say(DeskWords words, Map<String, String> slots, Heard heard) {
    return Decision.say(Reply.of(contexts.apply(heard).wording().say(words, slots)));
  }
}

package org.lanshao.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Answer;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.Numbers;
import org.lanshao.reading.Reading;
import org.lanshao.reading.YesOrNo;

/** Reads a message as an answer to what is open. */
final class Answering {
  private Answering() {}

  static Step answer(Move move, String text) {
    return switch (move.stage()) {
      case Stage.Asking(Question question, boolean editing) -> asked(question, text, move);
      case Stage.Choosing(Question question, List<Value> candidates) ->
          pick(candidates, question, text, move)
              .map(value -> taken(question, value, text, move))
              .orElseGet(() -> otherwise(question, candidates, text, move));
      case Stage.PickingItem(Question group) -> Picking.item(group, text, move);
      case Stage.PickingPart(Question group, var item) -> Picking.part(group, item, text, move);
      case Stage.Collecting(Question question, int count) -> collected(text, move);
      case Stage.Doubting(int index, var check) -> doubted(index, text, move);
      case Stage.Reasoning() -> Revising.reasoned(text, move);
      case Stage.Reviewing() -> reviewed(text, move);
      case Stage.Over() -> move.misunderstood();
    };
  }

  private static Step asked(Question question, String text, Move move) {
    var confirmed = OnFile.confirmed(question, text, move);
    if (confirmed.isPresent()) {
      echo(question, confirmed.get(), move);
      Taking.take(question, confirmed.get(), move);
      return move.ask();
    }
    var reading = read(question, text, move);
    if (question.optional() && !isTaken(reading) && YesOrNo.isNothing(text)) {
      Taking.skip(question, move);
      return move.ask();
    }
    var several =
        reading instanceof Reading.NotUnderstood && !editing(move)
            ? Reporting.several(text, move)
            : List.<Event.Answered>of();
    if (!several.isEmpty()) {
      Reporting.take(several, move);
      return move.ask();
    }
    return apply(reading, question, text, move);
  }

  private static boolean editing(Move move) {
    return !(move.session().detour() instanceof Detour.None);
  }

  /** 没有 to an optional text leaves it out; 没有 to a number is zero. */
  private static boolean isTaken(Reading reading) {
    return switch (reading) {
      case Reading.Understood(Value value) -> !(value instanceof Value.Text);
      case Reading.Ambiguous ambiguous -> true;
      case Reading.OutOfRange outOfRange -> false;
      case Reading.TooLong tooLong -> false;
      case Reading.TooWide tooWide -> false;
      case Reading.NoVillage noVillage -> false;
      case Reading.OtherDays otherDays -> false;
      case Reading.NoSuchDay noSuchDay -> false;
      case Reading.WrongDigit wrongDigit -> false;
      case Reading.Vague vague -> false;
      case Reading.Settled settled -> false;
      case Reading.NoSuchMatter noSuchMatter -> false;
      case Reading.NotUnderstood notUnderstood -> false;
    };
  }

  static Reading read(Question question, String text, Move move) {
    return Answer.read(text, question.type(), hearing(question, move));
  }

  /** A household or person is sought in the place that was answered. */
  private static Hearing hearing(Question question, Move move) {
    var hearing = move.context().hearing();
    return question.type() instanceof Type.Household || question.type() instanceof Type.Person
        ? move.session().answers().byQuestion().values().stream()
            .filter(Value.Place.class::isInstance)
            .map(place -> hearing.at(new AreaCode(((Value.Place) place).code())))
            .findFirst()
            .orElse(hearing)
        : hearing;
  }

  private static Step apply(Reading reading, Question question, String text, Move move) {
    return switch (reading) {
      case Reading.Understood(Value value) -> taken(question, value, text, move);
      case Reading.Ambiguous(List<Value> candidates) -> {
        move.happen(new Event.Offered(question.id(), candidates));
        yield move.ask();
      }
      case Reading.OutOfRange range -> Misreading.say(question, range, move);
      case Reading.TooLong tooLong -> Misreading.say(question, tooLong, move);
      case Reading.TooWide tooWide -> Misreading.say(question, tooWide, move);
      case Reading.NoVillage noVillage -> Misreading.say(question, noVillage, move);
      case Reading.OtherDays otherDays -> Misreading.say(question, otherDays, move);
      case Reading.NoSuchDay noSuchDay -> Misreading.say(question, noSuchDay, move);
      case Reading.WrongDigit wrongDigit -> Misreading.say(question, wrongDigit, move);
      case Reading.Vague vague -> Misreading.say(question, vague, move);
      case Reading.Settled settled -> Misreading.say(question, settled, move);
      case Reading.NoSuchMatter gone -> Misreading.say(question, gone, move);
      case Reading.NotUnderstood none -> Misreading.say(question, none, move);
    };
  }

  private static Step taken(Question question, Value value, String text, Move move) {
    if (isLookedUp(value)
        && !Folding.tight(move.words().shown(value, question)).equals(Folding.tight(text))) {
      echo(question, value, move);
    }
    Taking.take(question, value, move);
    return move.ask();
  }

  /** Whether what was understood may be another thing than was meant. */
  private static boolean isLookedUp(Value value) {
    return switch (value) {
      case Value.Place place -> true;
      case Value.Person person -> true;
      case Value.Household household -> true;
      case Value.Date date -> true;
      case Value.Time time -> true;
      case Value.DateTime dateTime -> true;
      case Value.Location location -> true;
      case Value.Matter matter -> true;
      case Value.Whole whole -> whole.approximate();
      case Value.Decimal decimal -> decimal.approximate();
      default -> false; // the rest is what was said
    };
  }

  static void echo(Question question, Value value, Move move) {
    move.say(
        DialogueWords.TAKEN,
        Map.of("label", question.label(), "value", move.words().shown(value, question)));
  }

  /** A candidate by its number, by its name, or by words that only one of the names holds. */
  private static Optional<Value> pick(
      List<Value> candidates, Question question, String text, Move move) {
    var names =
        candidates.stream()
            .map(value -> Folding.tight(move.words().shown(value, question)))
            .toList();
    var said = Folding.tight(text);
    for (int i = 0; i < names.size(); i++) {
      if (said.equals(Integer.toString(i + 1)) || said.equals(names.get(i))) {
        return Optional.of(candidates.get(i));
      }
    }
    var holding =
        candidates.stream()
            .filter(
                value -> said.length() > 1 && names.get(candidates.indexOf(value)).contains(said))
            .toList();
    return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
  }

  /** None of the candidates: perhaps another answer. */
  private static Step otherwise(Question question, List<Value> candidates, String text, Move move) {
    var reading = Receiving.there(candidates, read(question, text, move));
    if (reading instanceof Reading.Understood || reading instanceof Reading.Ambiguous) {
      return apply(reading, question, text, move);
    }
    move.happen(new Event.Misread(question.id()));
    move.say(DialogueWords.AGAIN_WHICH);
    return move.misunderstood();
  }

  /** 完 ends the photos; anything else does too, and answers what is open then. */
  private static Step collected(String text, Move move) {
    move.happen(new Event.Closed());
    return Picking.isDone(text) || answersUnseen(text, move) ? move.ask() : answer(move, text);
  }

  /** A yes or no to a review or a doubt that nobody was shown yet: it means the photos. */
  private static boolean answersUnseen(String text, Move move) {
    return !(move.stage() instanceof Stage.Asking) && YesOrNo.read(text).isPresent();
  }

  private static Step doubted(int index, String text, Move move) {
    var sure = YesOrNo.read(text);
    if (sure.isEmpty()) {
      move.say(DialogueWords.AGAIN_DOUBT);
      return move.misunderstood();
    }
    if (sure.get()) {
      move.happen(new Event.Insisted(index));
    } else {
      var check = move.session().form().checks().get(index);
      Checking.culprit(check, move.session(), move.path())
          .ifPresent(question -> move.happen(new Event.Opened(question)));
    }
    return move.ask();
  }

  private static Step reviewed(String text, Move move) {
    var sure = YesOrNo.read(text);
    if (sure.orElse(false)) {
      return Controls.submit(move);
    }
    boolean two = Folding.tight(text).equals("2");
    if (sure.isPresent() && isWithdrawn(move)) {
      return Controls.cancel(move);
    }
    if (sure.isEmpty() && !isWithdrawn(move) && amend(text, move)) {
      return move.ask();
    }
    move.say(two ? DialogueWords.REVIEW_TWO : DialogueWords.AGAIN_REVIEW);
    return two ? move.end() : move.misunderstood();
  }

  private static boolean isWithdrawn(Move move) {
    return move.session().basis().map(b -> b.purpose() != Basis.Purpose.CORRECT).orElse(false);
  }

  /**
   * 人数 4, or 不对，系4个: what is to be changed, without 改N. A number alone may as well mean the item of
   * that number.
   */
  private static boolean amend(String text, Move move) {
    var said =
        RevisionWord.read(text)
            .filter(s -> s.word() == RevisionWord.OBJECT || s.word() == RevisionWord.CORRECT);
    var fields = said.map(RevisionWord.Said::rest).orElse(text);
    boolean bare = said.isEmpty() && Numbers.read(Folding.tight(text)).isPresent();
    boolean meant = !bare && Amending.isMeant(fields, move);
    if (meant) {
      Amending.take(fields, move);
    }
    return meant;
  }
}

package org.lanshao.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Numbers;

/** Changes a group: an item is picked, then what to change in it; or one is added or taken out. */
final class Picking {
  private static final Pattern DROP = Pattern.compile("(?:删|删除|删掉|去掉|不要)第?(\\d{0,3})(?:个|项)?");

  private Picking() {}

  /** Whether a text says that nothing more comes: 完, 没有了. */
  static boolean isDone(String text) {
    return isNamed(Items.DONE, text);
  }

  private static boolean isNamed(Option option, String text) {
    var said = Folding.tight(text);
    return option.label().equals(said) || option.aliases().contains(said);
  }

  /** An item by its number, 删2, or another one. */
  static Step item(Question group, String text, Move move) {
    var items = Path.items(group, move.session());
    var choices = move.words().items(group, items);
    var drop = DROP.matcher(Folding.tight(text));
    int dropped = drop.matches() && !drop.group(1).isEmpty() ? number(drop.group(1)) : 0;
    if (dropped >= 1 && dropped <= items.items().size()) {
      return drop(group, items.items().get(dropped - 1), move);
    }
    if (isDone(text)) {
      move.happen(new Event.Closed());
      return move.ask();
    }
    var picked = isNamed(Items.MORE, text) ? OptionalInt.empty() : picked(text, choices);
    boolean more = isNamed(Items.MORE, text) || picked.orElse(0) > items.items().size();
    if (more && choices.size() > items.items().size()) {
      return add(group, items, move);
    }
    if (picked.isEmpty() || more) {
      move.say(DialogueWords.AGAIN_WHICH);
      return move.misunderstood();
    }
    var item = items.items().get(picked.getAsInt() - 1);
    move.happen(new Event.Opened(ItemId.item(group.id(), item.number()).id()));
    return move.ask();
  }

  /** What to change in an item, by its number or label, or 删除; 删2 is about that one. */
  static Step part(Question group, Items.Item item, String text, Move move) {
    var drop = DROP.matcher(Folding.tight(text));
    if (drop.matches() && !drop.group(1).isEmpty()) {
      return item(group, text, move);
    }
    var picked = picked(text, move.words().parts(item));
    if (drop.matches() || picked.orElse(0) > item.questions().size()) {
      return drop(group, item, move);
    }
    if (picked.isEmpty()) {
      move.say(DialogueWords.AGAIN_WHICH);
      return move.misunderstood();
    }
    move.happen(new Event.Opened(item.questions().get(picked.getAsInt() - 1).id()));
    return move.ask();
  }

  /** What is answered last in a group decides whether another item follows. */
  private static Step add(Question group, Items items, Move move) {
    var more = ItemId.more(group.id(), items.last()).id();
    Items.question(move.session().form(), more)
        .ifPresent(question -> Taking.take(question, Items.another(items.last()), move));
    return move.ask();
  }

  private static Step drop(Question group, Items.Item item, Move move) {
    var id = ItemId.item(group.id(), item.number()).id();
    move.say(DialogueWords.DROPPED);
    Taking.take(
        new Question(
            id,
            new Type.YesNo(),
            "",
            group.label(),
            group.when(),
            group.preset(),
            Optional.empty(),
            false,
            List.of(),
            group.help(),
            group.manner()),
        new Value.YesNo(false),
        move);
    return move.ask();
  }

  /** The place from 1 of the choice that is meant by its number or its label. */
  private static OptionalInt picked(String text, List<Reply.Choice> choices) {
    var said = Folding.tight(text);
    int number = number(said.replaceFirst("^(?:改|第)+", "").replaceFirst("[个项]$", ""));
    if (number >= 1 && number <= choices.size()) {
      return OptionalInt.of(number);
    }
    return IntStream.rangeClosed(1, choices.size())
        .filter(place -> Folding.tight(choices.get(place - 1).label()).equals(said))
        .findFirst();
  }

  private static int number(String text) {
    return (int) Math.min(Numbers.read(text).orElse(0), Integer.MAX_VALUE);
  }
}

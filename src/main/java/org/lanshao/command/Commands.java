package org.lanshao.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lanshao.count.Comparison;
import org.lanshao.count.CountQuery;
import org.lanshao.count.FormCount;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Library;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;

/**
 * Recognises commands: {@code 帮助}, {@code 我的}, {@code 图} and {@code 统计 [表] [地区] [范围]}, its parts in
 * any order, with or without spaces. Without a form all are counted, without an area the widest
 * that the asker may see, without a range today.
 */
public final class Commands {
  private static final String HELP_WORD = "帮助";
  private static final String MINE_WORD = "我的";
  private static final String COUNT = "统计";
  private static final String AGAIN = "重发";

  private static final Set<String> UNDELIVERED = Set.of("未送达", "没送到", "没收到的", "发送失败");

  private static final Set<String> WAITING = Set.of("待发", "发送队列");

  private static final Set<String> ALL = Set.of("全部", "所有", "all");

  private static final Set<String> HELP =
      Set.of(HELP_WORD, "help", "?", "菜单", "使用说明", "怎么用", "功能", "命令");

  private static final Set<String> MINE =
      Set.of(MINE_WORD, "我的记录", "我的登记", "我今天的记录", "我今天的登记", "我的今天", "mine");

  /** Other words for 统计; what follows them must be understood, for sentences begin so too. */
  private static final List<String> COUNT_SYNONYMS = List.of("查统计", "汇总", "查数", "count");

  /** Words of which one makes a question for numbers of a text that begins otherwise. */
  private static final List<String> ASKING = List.of(COUNT, "多少", "几多", "环比", "同比");

  /** Words of which one stands in whatever asks for numbers. */
  private static final List<String> NUMBERS =
      Stream.of(List.of(COUNT, Export.WORD, Export.ENGLISH), COUNT_SYNONYMS, ASKING)
          .flatMap(List::stream)
          .toList();

  /** What makes another word of 统计. */
  private static final String WORD_ENDINGS = "局员学法";

  private final CountReader counts;
  private final RollCallReader rollCalls;
  private final Wording wording;

  /** Knows the areas of this directory and the forms of this library. */
  public Commands(Directory directory, Library library) {
    counts = new CountReader(directory, library);
    rollCalls = new RollCallReader(directory, library.wording());
    wording = library.wording();
  }

  /** What asks for messages that did not arrive or wait, and for sending again. */
  public static List<String> aboutSending() {
    return List.of(AGAIN, "未送达", "待发");
  }

  /** The first words of commands, which no form may begin with. */
  public static Set<String> firstWords() {
    var words = new HashSet<>(RevisionWord.vocabulary());
    words.addAll(List.of(COUNT, MINE_WORD, HELP_WORD, "日历", "转发"));
    words.addAll(aboutSending());
    words.addAll(List.of(RollCallReader.WORD, PictureReader.WORD, Export.WORD));
    return words;
  }

  /** What is a command when nothing follows. */
  public static Set<String> messages() {
    return HELP;
  }

  /**
   * Whether a message may ask for numbers, so that what has a name must be known to understand it.
   */
  public static boolean isAboutNumbers(String text) {
    return holdsAny(NUMBERS, Folding.fold(text));
  }

  /** What a message is as a command. */
  public Parsed parse(String text, Asking asking) {
    var asker = asking.asker();
    var whole = Folding.fold(text).replace(" ", "");
    if (HELP.contains(whole)) {
      return new Parsed.Recognised(new Command.Help());
    }
    if (MINE.contains(Folding.tight(text))) {
      return new Parsed.Recognised(new Command.Mine());
    }
    var outbox = outbox(Folding.tight(text), text, asker);
    if (outbox.isPresent()) {
      return new Parsed.Recognised(outbox.get());
    }
    var picture = PictureReader.read(text);
    if (picture.isPresent()) {
      return new Parsed.Pictured(picture.get());
    }
    var called = Prefix.after(RollCallReader.WORD, text);
    if (called.isPresent()) {
      return rollCalls.read(called.get(), asker);
    }
    var exported = Prefix.after(Export.WORD, text).or(() -> Prefix.after(Export.ENGLISH, text));
    if (exported.isPresent()) {
      return exported(counts.read(exported.get(), asking));
    }
    var rest = Prefix.after(COUNT, text);
    if (rest.isPresent()) {
      return isAnotherWord(rest.get()) ? new Parsed.NoCommand() : counts.read(rest.get(), asking);
    }
    return Prefix.after(COUNT_SYNONYMS, text)
        .map(after -> counts.read(after, asking))
        .filter(Parsed.Recognised.class::isInstance)
        .or(
            () ->
                asked(text)
                    .filter(said -> counts.isClear(said, asking))
                    .map(said -> counts.read(said, asking)))
        .orElse(new Parsed.NoCommand());
  }

  /** Whether a text, no command by itself, may ask on from a count: 按镇, 环比, 上月呢. */
  public static boolean mayAskOn(String text) {
    return FollowUp.words(text).isPresent();
  }

  /** The words with which a text asks on from a count; empty when it does not. */
  public Optional<Utterance> askingOn(Utterance said) {
    return FollowUp.words(said.text())
        .map(words -> new Utterance(words, said.asking()))
        .filter(counts::isFollowUp);
  }

  /** A count, and the words with which was asked on from it, the oldest first. */
  public Parsed parse(List<Utterance> said) {
    var first = said.getFirst();
    if (said.size() == 1) {
      return parse(first.text(), first.asking());
    }
    var words =
        Prefix.after(COUNT, first.text())
            .or(() -> Prefix.after(COUNT_SYNONYMS, first.text()))
            .orElse(first.text());
    var all = new ArrayList<>(said);
    all.set(0, new Utterance(words, first.asking()));
    return counts.read(all);
  }

  /** What can be counted can be exported, and by nobody else; whole records alone. */
  private Parsed exported(Parsed read) {
    if (!(read
        instanceof Parsed.Recognised(Command.Count(CountQuery query, var start, var head)))) {
      return read;
    }
    var forms = query.forms().stream().map(FormCount::form).toList();
    boolean whole =
        query.forms().stream().allMatch(of -> of.where().isEmpty() && of.by().isEmpty());
    return whole && query.comparison() == Comparison.NONE
        ? new Parsed.Exported(new Export(forms, query.scope(), query.range()))
        : new Parsed.Problem(Reply.of(wording.say(CommandWords.EXPORT_PLAIN)));
  }

  /** 本周走访统计 and 今日走访几多户, if all of it is understood and names what is counted. */
  private static Optional<String> asked(String text) {
    return holdsAny(ASKING, text) ? Optional.of(text.replace(COUNT, " ")) : Optional.empty();
  }

  /** Of those who may see it; to others these are words like any. */
  private static Optional<Command> outbox(String tight, String text, Person asker) {
    if (!Undelivered.mayAsk(asker)) {
      return Optional.empty();
    }
    if (UNDELIVERED.contains(tight)) {
      return Optional.of(new Command.Undelivered());
    }
    if (WAITING.contains(tight)) {
      return Optional.of(new Command.Waiting());
    }
    return Prefix.after(AGAIN, text)
        .map(rest -> Folding.fold(rest).replace(" ", ""))
        .flatMap(Commands::sendAgain);
  }

  private static Optional<Command> sendAgain(String which) {
    if (ALL.contains(which)) {
      return Optional.of(new Command.SendAgain(Optional.empty()));
    }
    return which.matches("[1-9][0-9]{0,17}")
        ? Optional.of(new Command.SendAgain(Optional.of(Long.parseLong(which))))
        : Optional.empty();
  }

  private static boolean holdsAny(List<String> words, String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnotherWord(String rest) {
    return !rest.isEmpty() && WORD_ENDINGS.indexOf(rest.charAt(0)) >= 0;
  }
}

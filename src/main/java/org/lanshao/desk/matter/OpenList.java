package org.lanshao.desk.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.command.Permission;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Found;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Option;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Prefix;
import org.lanshao.reading.RecordNumber;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * 诉求, 诉求 富林镇 住房, 隐患 未反馈: the matters of one kind that are not done, in some state or of some sort,
 * the oldest first. Words that open a form list only where a state is asked for: 隐患 alone opens the
 * form.
 */
public final class OpenList {
  private static final Pattern BETWEEN = Pattern.compile("[ ,，、/的]+");
  private static final Pattern ENTERS = Pattern.compile("^ *(?:新增|登记|增加)[ :：]*");

  private static final Set<String> ANY_STATE =
      Set.of("在办", "未办", "没办", "未办完", "没办完", "还没办完", "未办结", "未完成", "open");

  private final Facts facts;
  private final Shelf shelf;
  private final MatterDesk matters;
  private final Surroundings surroundings;

  /** By the matters that are kept and the forms of this shelf. */
  public OpenList(Facts facts, Shelf shelf, MatterDesk matters, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.matters = matters;
    this.surroundings = surroundings;
  }

  /** What follows from these words; empty when they are about something else. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    for (Form form : shelf.current(heard.speaker().language())) {
      var kind = form.matters().kind().filter(any -> !form.urgent());
      var rest = kind.flatMap(one -> Prefix.after(one.name(), heard.text()));
      if (rest.filter(text -> !enters(text)).isPresent()
          && !isAnswer(kind.get(), rest.get(), heard)) {
        var answer = answer(form, kind.get(), rest.get(), heard);
        if (answer.isPresent()) {
          return answer.map(Decision::say);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what follows a name is to be entered: 点位 新增 石巷村. */
  public static boolean enters(String rest) {
    return ENTERS.matcher(rest).find();
  }

  /** 点位 新增 石巷村 as the form's own words say it; other words as they are. */
  public Heard entering(Heard heard) {
    for (Form form : shelf.current(heard.speaker().language())) {
      var rest = form.matters().kind().flatMap(kind -> Prefix.after(kind.name(), heard.text()));
      if (rest.filter(OpenList::enters).isPresent()) {
        return heard.saying(
            form.start().getFirst() + " " + ENTERS.matcher(rest.get()).replaceFirst(""));
      }
    }
    return heard;
  }

  /** Whether the form in hand has a question of that name, which the words answer. */
  private static boolean isAnswer(MatterKind kind, String rest, Heard heard) {
    return !rest.isEmpty()
        && heard.talk().inHand().stream()
            .flatMap(session -> session.form().questions().stream())
            .anyMatch(question -> question.label().equals(kind.name()));
  }

  private Optional<Reply> answer(Form form, MatterKind kind, String rest, Heard heard)
      throws Unavailable {
    var words = words(heard);
    boolean opens = shelf.opening(heard.text(), heard.speaker().language()).isPresent();
    var named = RecordNumber.first(rest).filter(number -> number.rest().isEmpty());
    if (named.isPresent()) {
      var number = named.get().letter().isEmpty() ? named.get().of(form.number()) : named.get();
      return opens ? Optional.empty() : matters.tell(number.text(), heard);
    }
    var asked = new Asked(Optional.empty(), Optional.empty(), Optional.empty(), false);
    for (String word : BETWEEN.split(rest.strip())) {
      var next = word.isEmpty() ? Optional.of(asked) : asked(asked, word, form, kind, heard);
      if (next.isEmpty()) {
        return opens || heard.talk().inHand().isPresent()
            ? Optional.empty()
            : Optional.of(Reply.of(how(word, form, kind, words)));
      }
      asked = next.get();
    }
    return opens && !asked.open() ? Optional.empty() : Optional.of(list(asked, form, kind, heard));
  }

  private static String how(String word, Form form, MatterKind kind, Wording words) {
    var slots =
        Map.of(
            "word", word,
            "name", kind.name(),
            "state", kind.states().getFirst().label(),
            "start", form.start().getFirst());
    return words.say(CareWords.OPEN_HOW, slots);
  }

  /**
   * What is asked for.
   *
   * @param open whether it was said that they are not done
   */
  record Asked(
      Optional<Area> area, Optional<Option> sort, Optional<MatterKind.State> state, boolean open) {}

  private Optional<Asked> asked(
      Asked before, String word, Form form, MatterKind kind, Heard heard) {
    if (ANY_STATE.contains(word)) {
      return Optional.of(new Asked(before.area(), before.sort(), before.state(), true));
    }
    var state = kind.states().stream().filter(one -> !one.done() && one.isCalled(word)).findFirst();
    if (state.isPresent()) {
      return Optional.of(new Asked(before.area(), before.sort(), state, true));
    }
    var sort = sorts(form).stream().filter(one -> isCalled(one, word)).findFirst();
    if (sort.isPresent()) {
      return Optional.of(new Asked(before.area(), sort, before.state(), before.open()));
    }
    return surroundings.directory().find(word, heard.speaker().area())
            instanceof Found.One(Area area)
        ? Optional.of(new Asked(Optional.of(area), before.sort(), before.state(), before.open()))
        : Optional.empty();
  }

  /** The sorts that matters of a form's own letter may be of. */
  static List<Option> sorts(Form form) {
    return form.matters().opens().stream()
        .filter(opens -> opens.letter().equals(form.number()))
        .flatMap(opens -> opens.kind().stream())
        .limit(1)
        .flatMap(id -> form.question(id).stream())
        .flatMap(question -> question.type().options().stream())
        .toList();
  }

  private static boolean isCalled(Option option, String word) {
    return option.label().equals(word) || option.aliases().contains(word);
  }

  private Reply list(Asked asked, Form form, MatterKind kind, Heard heard) throws Unavailable {
    var words = words(heard);
    if (heard.chat() instanceof Chat.Group) {
      return Reply.of(words.say(CareWords.IN_PRIVATE));
    }
    var directory = surroundings.directory();
    var widest = new Permission(directory).station(heard.speaker());
    var area = asked.area().map(Area::code).orElse(widest);
    if (!directory.within(area, widest)) {
      return Reply.of(words.say(CareWords.NOT_YOUR_AREA, Map.of("area", name(area))));
    }
    var found =
        facts.matters().open(form.number(), area, Integer.MAX_VALUE).stream()
            .filter(one -> asked.state().filter(s -> !s.id().equals(one.state())).isEmpty())
            .filter(one -> asked.sort().filter(s -> !one.what().kinds().contains(s.id())).isEmpty())
            .sorted(Comparator.comparing(one -> one.day()))
            .toList();
    if (found.isEmpty()) {
      var slots = Map.of("area", name(area), "name", kind.name());
      return Reply.of(words.say(CareWords.OPEN_NONE, slots));
    }
    var lines = new ArrayList<String>();
    var text = new OpenLines(kind, words, heard.today());
    lines.add(text.begin(found, name(area)));
    Stream.of(text.sorts(found, sorts(form)), Optional.of(text.ages(found)))
        .flatMap(Optional::stream)
        .forEach(lines::add);
    var care =
        new CareLines(
            shelf.current(heard.speaker().language()), words, surroundings, heard.speaker());
    lines.addAll(CareLines.first(found.stream().map(care::open).toList(), words));
    return Reply.of(String.join("\n", lines));
  }

  private String name(AreaCode area) {
    var directory = surroundings.directory();
    return directory.area(area).map(directory::fullName).orElse("");
  }

  private Wording words(Heard heard) {
    return surroundings.wording().in(heard.speaker().language());
  }
}

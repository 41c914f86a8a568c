package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lanshao.form.Option;
import org.lanshao.form.Value;

/** Reads which options are meant: by number, label, alias or id. */
final class Options {
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?:我?选择?)?(?:第(?<nth>\\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|项|種|种|号)?"
              + "|[(]?(?<number>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:号|[)])?)");
  private static final Pattern LEAD = Pattern.compile("^我?选(?:的是|了|择)?");
  private static final Pattern END = Pattern.compile("[的啦呀啊]$");
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})[.,、:)]?(\\D.*)");
  private static final Pattern NUMBER = Pattern.compile("第?(?:\\d+|[一二三四五六七八九十]+)[个项]?");

  /** One at a time: after each of them a name may begin, and 跟进 may be a name. */
  private static final Pattern BETWEEN = Pattern.compile("[ ,、;/+.。:!|&]|和|及|与|跟|同埋|同|还有|以及");

  private static final int SHORTEST_PREFIX = 2;

  private final List<Option> options;

  Options(List<Option> options) {
    this.options = options;
  }

  /** One option. A text that begins several names and is none of them is ambiguous. */
  Reading one(String text) {
    var said = Folding.tight(text);
    var exact = exact(said);
    if (exact.isPresent()) {
      return new Reading.Understood(new Value.One(exact.get().id()));
    }
    var begun = begun(said);
    return switch (begun.size()) {
      case 0 -> new Reading.NotUnderstood();
      case 1 -> new Reading.Understood(new Value.One(begun.getFirst().id()));
      default ->
          new Reading.Ambiguous(begun.stream().<Value>map(o -> new Value.One(o.id())).toList());
    };
  }

  /** One or several options; nothing of the message may be left over. */
  Reading several(String text) {
    var said = Folding.tight(text);
    if (Option.ALL.contains(said)) {
      return many(IntStream.range(0, options.size()).boxed().toList());
    }
    var whole = exact(said);
    var indexes =
        whole.isPresent()
            ? List.of(options.indexOf(whole.get()))
            : run(LEAD.matcher(Folding.fold(text)).replaceFirst(""));
    return indexes.isEmpty() ? new Reading.NotUnderstood() : many(indexes);
  }

  private Reading many(List<Integer> indexes) {
    var ids = indexes.stream().sorted().distinct().map(index -> options.get(index).id()).toList();
    return new Reading.Understood(new Value.Many(ids));
  }

  /** By name, else by number, else by number and name that agree: 2.电访. */
  private Optional<Option> exact(String said) {
    return named(said)
        .or(() -> numbered(said))
        .or(() -> numberedAndNamed(said))
        .or(() -> named(END.matcher(LEAD.matcher(said).replaceFirst("")).replaceFirst("")));
  }

  private Optional<Option> named(String said) {
    for (Option option : options) {
      if (isNamed(option, said)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(Option option, String said) {
    return !said.isEmpty()
        && (Folding.tight(option.label()).equals(said)
            || Folding.tight(option.id()).equals(said)
            || option.aliases().stream().map(Folding::tight).anyMatch(said::equals));
  }

  private static Stream<String> names(Option option) {
    return Stream.concat(Stream.of(option.label(), option.id()), option.aliases().stream())
        .map(Folding::tight)
        .filter(name -> !name.isEmpty());
  }

  private Optional<Option> numbered(String said) {
    var ordinal = ORDINAL.matcher(said);
    if (!ordinal.matches()) {
      return Optional.empty();
    }
    var number =
        Numbers.read(
            Optional.ofNullable(ordinal.group("nth")).orElseGet(() -> ordinal.group("number")));
    return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= options.size()
        ? Optional.of(options.get((int) number.getAsLong() - 1))
        : Optional.empty();
  }

  private Optional<Option> numberedAndNamed(String said) {
    var both = NUMBERED.matcher(said);
    if (!both.matches()) {
      return Optional.empty();
    }
    var byName = named(Folding.tight(both.group(2)));
    return byName.isPresent() && byName.equals(numbered(both.group(1))) ? byName : Optional.empty();
  }

  private List<Option> begun(String said) {
    return said.length() < SHORTEST_PREFIX || said.chars().allMatch(c -> c >= '0' && c <= '9')
        ? List.of()
        : options.stream().filter(o -> names(o).anyMatch(name -> name.startsWith(said))).toList();
  }

  /**
   * Names and numbers one after the other, with or without something between them: 低保残疾, 1、3. Empty
   * when anything else stands there.
   */
  private List<Integer> run(String text) {
    var indexes = new ArrayList<Integer>();
    int at = 0;
    while (at < text.length()) {
      var name = longestNameAt(text, at);
      var between = matchAt(BETWEEN, text, at);
      if (name.isPresent()) {
        indexes.add(name.get().index());
        at = name.get().end();
      } else if (!between.isEmpty()) {
        at += between.length();
      } else {
        var number = matchAt(NUMBER, text, at);
        var meant = numbers(number);
        if (meant.isEmpty()) {
          return List.of();
        }
        indexes.addAll(meant);
        at += number.length();
      }
    }
    return indexes;
  }

  private static String matchAt(Pattern pattern, String text, int at) {
    var matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? matcher.group() : "";
  }

  private List<Integer> numbers(String text) {
    var one = numbered(text);
    if (one.isPresent()) {
      return List.of(options.indexOf(one.get()));
    }
    return text.matches("[1-9]{2,9}") && options.size() < 10 ? digits(text) : List.of();
  }

  /** 13 means 1 and 3 where there are fewer than ten options, so that it can mean nothing else. */
  private List<Integer> digits(String text) {
    var indexes = text.chars().map(c -> c - '1').distinct().boxed().toList();
    return indexes.size() == text.length()
            && indexes.stream().allMatch(index -> index < options.size())
        ? indexes
        : List.of();
  }

  /** An option's name found in a text, by the option's place and where the name ends. */
  private record Named(int index, int end) {}

  private Optional<Named> longestNameAt(String text, int at) {
    var longest = Optional.<Named>empty();
    for (int i = 0; i < options.size(); i++) {
      for (String name : names(options.get(i)).toList()) {
        int end = at + name.length();
        if (text.startsWith(name, at) && longest.map(best -> end > best.end()).orElse(true)) {
          longest = Optional.of(new Named(i, end));
        }
      }
    }
    return longest;
  }
}

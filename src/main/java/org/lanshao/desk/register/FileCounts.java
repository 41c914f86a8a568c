package org.lanshao.desk.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.command.Few;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.OccasionBook;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.directory.Area;
import org.lanshao.form.Option;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;
import org.lanshao.register.Household;
import org.lanshao.turn.Unavailable;

/**
 * 统计 低保户 罗定市 按镇: how many households are on file now, each under its primary category, so that
 * categories add up. The same words with a form in them count records.
 */
final class FileCounts {
  private static final String COUNT = "统计";
  private static final Pattern BY =
      Pattern.compile("(?:按照?|分|各个?|每个?)(?:(县|区)[县市区]*|(镇街?|乡镇|街道)|(村居?|社区)|(类别?))(?:分布)?");
  private static final Pattern ON_FILE = Pattern.compile("在册(?:的|户|住户|家庭)*");
  private static final Pattern OF_RECORDS = Pattern.compile("次|场|件");

  private final FileTalk talk;
  private final Shelf shelf;

  FileCounts(FileTalk talk, Shelf shelf) {
    this.talk = talk;
    this.shelf = shelf;
  }

  /** Whether these words may ask for such a count: others are not looked at any further. */
  static boolean mayAsk(Heard heard) {
    return Prefix.after(COUNT, heard.text()).isPresent();
  }

  /** The answer; empty when records are asked for, or the words cannot be read so. */
  Optional<Decision> answer(OccasionBook book) throws Unavailable {
    var rest = Prefix.after(COUNT, talk.heard().text()).map(Folding::fold).filter(this::isAsked);
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    var by = BY.matcher(rest.get());
    var plain = ON_FILE.matcher(by.replaceAll(" ")).replaceAll(" ");
    return FileAsked.read(plain, COUNT, talk, book) instanceof FileAsked.Read.Right(var asked)
        ? Optional.of(FileTalk.say(text(asked, rest.get())))
        : Optional.empty();
  }

  private boolean isAsked(String rest) {
    var tight = Folding.tight(rest);
    var without = ON_FILE.matcher(tight).replaceAll("");
    for (String name : names().toList()) {
      without = without.replace(name, "");
    }
    var left = without;
    boolean records =
        OF_RECORDS.matcher(left).find()
            || shelf.current().stream()
                .flatMap(form -> form.start().stream())
                .anyMatch(start -> left.contains(Folding.tight(start)));
    return !left.equals(tight) && !records;
  }

  /** 低保户, 分散特困户, the longest first. */
  private Stream<String> names() {
    return talk.categories().options().stream()
        .flatMap(option -> Stream.concat(Stream.of(option.label()), option.aliases().stream()))
        .map(name -> name.endsWith("户") ? name : name + "户")
        .map(Folding::tight)
        .sorted((a, b) -> b.length() - a.length());
  }

  private String text(FileAsked asked, String rest) {
    var today = talk.heard().today();
    var what = asked.categories().stream().map(Option::label).findFirst().orElse("");
    if (asked.said().dated() && !asked.range().equals(new DayRange(today, today))) {
      return talk.say(FileWords.HELD_NOW, Map.of("category", what.isEmpty() ? "" : " " + what));
    }
    var named = asked.households();
    var all = named.stream().filter(one -> isOf(one, asked)).toList();
    var lines = new ArrayList<String>();
    lines.add(line(FileWords.HELD, asked.place(), all, !asked.categories().isEmpty()));
    if (named.size() > all.size()) {
      var more = shown(named.size() - all.size(), true);
      lines.add(talk.say(FileWords.HELD_ELSEWHERE, Map.of("count", more, "category", what)));
    }
    var by = BY.matcher(rest);
    if (by.find() && by.group(4) != null) {
      lines.addAll(byCategory(all));
    } else if (by.reset().find()) {
      var kind = by.group(1) != null ? Area.Kind.COUNTY : kind(by.group(2) != null);
      lines.addAll(byArea(all, kind, !asked.categories().isEmpty()));
    }
    return String.join("\n", lines);
  }

  private static Area.Kind kind(boolean town) {
    return town ? Area.Kind.TOWN : Area.Kind.VILLAGE;
  }

  private boolean isOf(Household one, FileAsked asked) {
    return asked.categories().isEmpty()
        || asked.categories().stream().anyMatch(of -> of.id().equals(category(one)));
  }

  private String category(Household one) {
    return talk.categories().primary(one, talk.heard().today());
  }

  private List<String> byCategory(List<Household> all) {
    return talk.categories().options().stream()
        .map(of -> of(of.label(), all.stream().filter(h -> category(h).equals(of.id())), true))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A household that lies in none of them, as one of a town by villages, is told apart. */
  private List<String> byArea(List<Household> all, Area.Kind kind, boolean category) {
    var directory = talk.directory();
    var areas = directory.areas().stream().filter(area -> area.kind() == kind);
    var lines =
        areas.flatMap(
            area ->
                of(
                    directory.fullName(area),
                    all.stream().filter(h -> directory.within(h.area(), area.code())),
                    category)
                    .stream());
    var rest = all.stream().filter(h -> directory.around(h.area(), kind).isEmpty());
    var others = of(talk.say(FileWords.HELD_REST), rest, category);
    return Stream.concat(lines, others.stream()).toList();
  }

  private Optional<String> of(String name, Stream<Household> some, boolean category) {
    var found = some.toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(line(FileWords.HELD_LINE, name, found, category));
  }

  private String line(FileWords words, String name, List<Household> some, boolean category) {
    int people = some.stream().mapToInt(Household::size).sum();
    return talk.say(
        words,
        Map.of(
            "name", name,
            "count", shown(some.size(), category),
            "people", shown(people, category)));
  }

  private String shown(long number, boolean category) {
    return Few.shown(number, category, talk.heard().chat(), Long.toString(number));
  }
}

package org.lanshao.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Found;
import org.lanshao.form.Option;
import org.lanshao.message.Chat;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.register.Duplicate;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** 未访, 覆盖率, 名单 and 重复户: households of an area, in private by name, in groups by number only. */
final class FileLists {
  private static final int TOLD = 30;
  private static final Set<String> WHOLE = Set.of("全名", "完整", "全部姓名");
  private static final Pattern BETWEEN = Pattern.compile("[ ,，、/]+");

  private final FileTalk talk;
  private final Facts facts;
  private final Clock clock;

  FileLists(FileTalk talk, Facts facts, Clock clock) {
    this.talk = talk;
    this.facts = facts;
    this.clock = clock;
  }

  /** What is asked about: 富林镇 低保 本月 全名, in any order. */
  private record Asked(
      AreaCode area, Optional<Option> category, DayRange range, String days, boolean whole) {}

  private sealed interface Read {
    record Right(Asked asked) implements Read {}

    record Wrong(String text) implements Read {}
  }

  /** Without an area the widest that the asker may see, without days this month. */
  private Read read(String rest) {
    var today = talk.heard().today();
    var speaker = talk.heard().speaker();
    var area = talk.rights().widest(speaker);
    Optional<Option> category = Optional.empty();
    var range = new DayRange(today.withDayOfMonth(1), today);
    var days = range.first() + "—" + range.last();
    boolean whole = false;
    for (String word : BETWEEN.split(rest.strip())) {
      var known = talk.categories().find(word);
      if (WHOLE.contains(word)) {
        whole = true;
      } else if (known.isPresent()) {
        category = known;
      } else if (DayRanges.read(word, today) instanceof DayRanges.Read.Days(var said, var from)) {
        range = said;
        days = said.first() + "—" + said.last();
      } else if (!word.isEmpty()) {
        if (!(talk.directory().find(word, speaker.area()) instanceof Found.One(Area found))
            || !talk.directory().within(found.code(), area)) {
          return new Read.Wrong(talk.say(FileWords.NOBODY, Map.of("name", word)));
        }
        area = found.code();
      }
    }
    return new Read.Right(new Asked(area, category, range, days, whole));
  }

  private List<Household> inside(Asked asked) {
    return talk.register().households().stream()
        .filter(one -> talk.directory().within(one.area(), asked.area()))
        .filter(one -> asked.category().isEmpty() || belongs(one, asked.category().get().id()))
        .sorted(
            Comparator.comparing((Household one) -> one.area().text())
                .thenComparing(Household::number))
        .toList();
  }

  private boolean belongs(Household household, String category) {
    var today = talk.heard().today();
    boolean last = talk.categories().options().getLast().id().equals(category);
    return (last && talk.categories().primary(household, today).equals(category))
        || household.clients().stream()
            .flatMap(client -> client.tags().stream())
            .anyMatch(tag -> tag.category().equals(category) && tag.holds(today));
  }

  /** 未访 连滩镇 本月. */
  Decision notMet(String rest) throws Unavailable {
    if (!(read(rest) instanceof Read.Right(Asked asked))) {
      return FileTalk.say(((Read.Wrong) read(rest)).text());
    }
    var all = inside(asked);
    var met = facts.register().met(FileCard.VISIT, asked.range());
    var left = all.stream().filter(one -> !met.contains(one.number())).toList();
    if (all.isEmpty()) {
      return none(asked);
    }
    var slots = slots(asked, all.size());
    slots.put("count", Integer.toString(left.size()));
    var title = talk.say(left.isEmpty() ? FileWords.ALL_MET : FileWords.NOT_MET, slots);
    return FileTalk.say(isGroup() ? title : title + lines(left, true));
  }

  private Decision none(Asked asked) {
    return FileTalk.say(talk.say(FileWords.NONE_ON_FILE, Map.of("area", talk.place(asked.area()))));
  }

  private static Map<String, String> slots(Asked asked, String area, int all) {
    var slots = new LinkedHashMap<String, String>();
    slots.put("area", area);
    slots.put("range", asked.days());
    slots.put("all", Integer.toString(all));
    return slots;
  }

  private Map<String, String> slots(Asked asked, int all) {
    return slots(asked, talk.place(asked.area()), all);
  }

  private boolean isGroup() {
    return talk.heard().chat() instanceof Chat.Group;
  }

  private String lines(List<Household> households, boolean whole) {
    var lines = new StringBuilder();
    households.stream()
        .limit(TOLD)
        .map(one -> talk.line(one, whole ? talk.head(one) : talk.masked(one)))
        .forEach(line -> lines.append('\n').append(line));
    if (households.size() > TOLD) {
      var more = Integer.toString(households.size() - TOLD);
      lines.append('\n').append(talk.say(FileWords.MORE, Map.of("count", more)));
    }
    return lines.toString();
  }

  /** 覆盖率 富林镇 本月: met of all on file, and by primary category. */
  Decision coverage(String rest) throws Unavailable {
    if (!(read(rest) instanceof Read.Right(Asked asked))) {
      return FileTalk.say(((Read.Wrong) read(rest)).text());
    }
    var all = inside(asked);
    if (all.isEmpty()) {
      return none(asked);
    }
    var met = facts.register().met(FileCard.VISIT, asked.range());
    long seen = all.stream().filter(one -> met.contains(one.number())).count();
    var slots = slots(asked, all.size());
    slots.put("met", Long.toString(seen));
    slots.put("rate", "%.1f%%".formatted(100.0 * seen / all.size()).replace(".0%", "%"));
    var lines = new ArrayList<String>();
    lines.add(talk.say(FileWords.COVERAGE, slots));
    if (!isGroup()) {
      lines.addAll(byCategory(all, met));
    }
    return FileTalk.say(String.join("\n", lines));
  }

  private List<String> byCategory(List<Household> all, Set<FileNumber> met) {
    var categoryToHouseholds =
        all.stream()
            .collect(
                Collectors.groupingBy(one -> talk.categories().primary(one, talk.heard().today())));
    return talk.categories().options().stream()
        .filter(option -> categoryToHouseholds.containsKey(option.id()))
        .map(option -> line(option, categoryToHouseholds.getOrDefault(option.id(), List.of()), met))
        .toList();
  }

  private String line(Option category, List<Household> all, Set<FileNumber> met) {
    long seen = all.stream().filter(one -> met.contains(one.number())).count();
    return talk.say(
        FileWords.COVERAGE_LINE,
        Map.of(
            "category", category.label(),
            "met", Long.toString(seen),
            "all", Integer.toString(all.size())));
  }

  /** 名单 低保 富林镇: masked; with 全名 for who leads, which is kept. */
  Decision list(String rest) throws Unavailable {
    if (isGroup()) {
      return FileTalk.say(talk.say(FileWords.PRIVATE_ONLY));
    }
    if (!(read(rest) instanceof Read.Right(Asked asked))) {
      return FileTalk.say(((Read.Wrong) read(rest)).text());
    }
    if (asked.whole() && !talk.rights().leads(talk.heard().speaker())) {
      return FileTalk.say(talk.say(FileWords.NOT_YOURS));
    }
    var found = inside(asked);
    if (found.isEmpty()) {
      return none(asked);
    }
    if (asked.whole()) {
      var about = asked.area().text() + " " + found.size();
      facts.audit().note(talk.heard().noted(AuditLog.Kind.LIST, about, clock.instant()));
    }
    var slots =
        Map.of(
            "category", asked.category().map(Option::label).orElse(""),
            "area", talk.place(asked.area()),
            "count", Integer.toString(found.size()),
            "people", Integer.toString(found.stream().mapToInt(Household::size).sum()));
    return FileTalk.say(talk.say(FileWords.LIST, slots) + lines(found, asked.whole()));
  }

  /** 重复户 in the speaker's area. */
  Decision duplicates() {
    var found =
        Duplicate.find(talk.register(), area -> talk.rights().sees(talk.heard().speaker(), area));
    if (found.isEmpty()) {
      return FileTalk.say(talk.say(FileWords.NO_DUPLICATES));
    }
    var lines = found.stream().limit(TOLD).map(this::line).collect(Collectors.joining("\n"));
    var slots = Map.of("count", Integer.toString(found.size()), "lines", lines);
    return FileTalk.say(talk.say(FileWords.DUPLICATES, slots));
  }

  private String line(Duplicate pair) {
    var why =
        switch (pair.why()) {
          case ID_NUMBER -> FileWords.SAME_ID;
          case HEAD -> FileWords.SAME_HEAD;
        };
    return talk.say(
        FileWords.DUPLICATE,
        Map.of(
            "first", talk.line(pair.first(), talk.head(pair.first())),
            "second", talk.line(pair.second(), talk.head(pair.second())),
            "why", talk.say(why)));
  }
}

package org.lanshao.desk.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.desk.talk.Decision;
import org.lanshao.form.Option;
import org.lanshao.message.Chat;
import org.lanshao.register.Duplicate;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** 未访, 覆盖率, 名单 and 重复户: households of an area, in private by name, in groups by number only. */
final class FileLists {
  private static final int TOLD = 30;

  private final FileTalk talk;
  private final Facts facts;
  private final Clock clock;

  FileLists(FileTalk talk, Facts facts, Clock clock) {
    this.talk = talk;
    this.facts = facts;
    this.clock = clock;
  }

  /** 未访 连滩镇 本月. */
  Decision notMet(FileAsked asked) throws Unavailable {
    var all = asked.households();
    var met = new FileMet(facts, talk.register()).on(asked.range());
    var left = all.stream().filter(one -> !met.contains(one.number())).toList();
    if (all.isEmpty()) {
      return none(asked);
    }
    var slots = slots(asked, all.size());
    slots.put("count", Integer.toString(left.size()));
    var title = talk.say(left.isEmpty() ? FileWords.ALL_MET : FileWords.NOT_MET, slots);
    return FileTalk.say(isGroup() ? title : title + lines(left, true));
  }

  private Decision none(FileAsked asked) {
    return FileTalk.say(talk.say(FileWords.NONE_ON_FILE, Map.of("area", asked.place())));
  }

  private static Map<String, String> slots(FileAsked asked, int all) {
    var slots = new LinkedHashMap<String, String>();
    slots.put("area", asked.place());
    slots.put("range", asked.days());
    slots.put("all", Integer.toString(all));
    return slots;
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
  Decision coverage(FileAsked asked) throws Unavailable {
    var all = asked.households();
    if (all.isEmpty()) {
      return none(asked);
    }
    var met = new FileMet(facts, talk.register()).on(asked.range());
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
  Decision list(FileAsked asked) throws Unavailable {
    if (asked.whole() && !talk.rights().leads(talk.heard().speaker())) {
      return FileTalk.say(talk.say(FileWords.NOT_YOURS));
    }
    var found = asked.households();
    if (found.isEmpty()) {
      return none(asked);
    }
    if (asked.whole()) {
      var about = asked.codes() + " " + found.size();
      facts.audit().note(talk.heard().noted(AuditLog.Kind.LIST, about, clock.instant()));
    }
    var slots =
        Map.of(
            "area", asked.place(),
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

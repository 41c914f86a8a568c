package org.lanshao.desk.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.desk.talk.Decision;
import org.lanshao.message.Chat;
import org.lanshao.reading.DayRange;
import org.lanshao.register.Client;
import org.lanshao.register.Difference;
import org.lanshao.register.Household;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;
import org.lanshao.turn.Facts;
import org.lanshao.turn.RegisterFacts;
import org.lanshao.turn.Unavailable;

/**
 * 台账变动: how many households of an area were put on file, changed or merged into others on the days
 * of a range; of how many which field is another at its end than at its beginning; and which
 * categories were added to their people and taken away. In groups only how many households.
 */
final class FileChangeCounts {
  private final FileTalk talk;
  private final Facts facts;
  private final ZoneId zone;

  private int filed;
  private int changed;
  private int merged;
  private final Map<String, Integer> fieldToHouseholds = new LinkedHashMap<>();
  private final Map<String, Integer> added = new TreeMap<>();
  private final Map<String, Integer> gone = new TreeMap<>();

  /** Days are told in {@code zone}. */
  FileChangeCounts(FileTalk talk, Facts facts, ZoneId zone) {
    this.talk = talk;
    this.facts = facts;
    this.zone = zone;
  }

  Decision answer(FileAsked asked) throws Unavailable {
    var days = asked.range();
    var changes = facts.register().changed(start(days.first()), start(days.last().plusDays(1)));
    changes.values().forEach(story -> count(story, asked));
    var slots =
        Map.of(
            "area", asked.place(),
            "range", asked.days(),
            "filed", Integer.toString(filed),
            "changed", Integer.toString(changed),
            "merged", Integer.toString(merged));
    var lines = new ArrayList<>(List.of(talk.say(FileWords.MOVED, slots)));
    if (talk.heard().chat() instanceof Chat.Private) {
      add(lines, FileWords.MOVED_FIELDS, fieldToHouseholds);
      add(lines, FileWords.MOVED_ADDED, labels(added));
      add(lines, FileWords.MOVED_GONE, labels(gone));
    }
    return FileTalk.say(String.join("\n", lines));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** All edits of one household until the end, the first one first. */
  private void count(List<RegisterFacts.Kept> story, FileAsked asked) {
    var before = put(story.stream().filter(kept -> !isIn(kept, asked.range())).toList());
    var after = put(story);
    var place = after.or(() -> before).map(Household::area);
    if (place.filter(area -> asked.said().scope().holds(area, talk.directory())).isEmpty()) {
      return; // elsewhere, or no household
    }
    boolean over = story.getLast().edit() instanceof RegisterEdit.Merge;
    merged += over ? 1 : 0;
    filed += before.isEmpty() ? 1 : 0;
    before.ifPresent(old -> compare(old, after.orElse(old)));
  }

  private boolean isIn(RegisterFacts.Kept kept, DayRange days) {
    return days.holds(kept.at().atZone(zone).toLocalDate());
  }

  private static Optional<Household> put(List<RegisterFacts.Kept> story) {
    return story.stream()
        .map(RegisterFacts.Kept::edit)
        .flatMap(
            edit ->
                edit instanceof RegisterEdit.Put(Household household)
                    ? Stream.of(household)
                    : Stream.empty())
        .reduce((one, next) -> next);
  }

  private void compare(Household before, Household after) {
    var fields =
        Difference.between(Optional.of(before), after).stream()
            .map(Difference::what)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    changed += fields.isEmpty() ? 0 : 1;
    fields.forEach(field -> fieldToHouseholds.merge(field, 1, Integer::sum));
    var now = groups(after);
    var old = groups(before);
    now.stream().filter(one -> !old.contains(one)).forEach(one -> count(one, added));
    old.stream().filter(one -> !now.contains(one)).forEach(one -> count(one, gone));
  }

  private static void count(Held held, Map<String, Integer> groups) {
    groups.merge(held.category(), 1, Integer::sum);
  }

  /** That somebody belongs to a group. */
  private record Held(String client, String category) {}

  private Set<Held> groups(Household household) {
    var held = new HashSet<Held>();
    for (Client client : household.clients()) {
      client.tags().stream()
          .filter(tag -> tag.until().isEmpty())
          .map(Tag::category)
          .forEach(id -> held.add(new Held(client.number().text(), id)));
    }
    return held;
  }

  private Map<String, Integer> labels(Map<String, Integer> groups) {
    var labels = new LinkedHashMap<String, Integer>();
    groups.forEach((id, count) -> labels.put(talk.categories().label(id), count));
    return labels;
  }

  private void add(List<String> lines, FileWords words, Map<String, Integer> counts) {
    if (!counts.isEmpty()) {
      var parts =
          counts.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(one -> one.getKey() + one.getValue())
              .collect(Collectors.joining("、"));
      lines.add(talk.say(words, Map.of("parts", parts)));
    }
  }
}

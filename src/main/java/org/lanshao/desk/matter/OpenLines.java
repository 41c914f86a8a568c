package org.lanshao.desk.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.form.Marks;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Option;
import org.lanshao.form.Wording;
import org.lanshao.record.Matter;

/** How many matters are not done, by state, by sort and by how long they have been open. */
record OpenLines(MatterKind kind, Wording wording, LocalDate today) {
  private static final long YOUNG = 7;
  private static final long MIDDLE = 30;

  /** How many, by state. */
  String begin(List<Matter> found, String area) {
    var states =
        kind.states().stream()
            .map(
                state ->
                    counted(
                        state.label(),
                        found.stream().filter(one -> one.state().equals(state.id())).count()))
            .flatMap(Optional::stream);
    return wording.say(
        CareWords.OPEN_BEGIN,
        Map.of(
            "name", kind.name(),
            "area", area,
            "count", Integer.toString(found.size()),
            "states", Marks.list(states, wording)));
  }

  /** How many of each sort; one of two sorts counts in both. Empty where there are no sorts. */
  Optional<String> sorts(List<Matter> found, List<Option> sorts) {
    if (sorts.isEmpty()) {
      return Optional.empty();
    }
    var named =
        sorts.stream()
            .map(
                sort ->
                    counted(
                        sort.label(),
                        found.stream()
                            .filter(one -> one.what().kinds().contains(sort.id()))
                            .count()));
    long none = found.stream().filter(one -> one.what().kinds().isEmpty()).count();
    var all =
        Stream.concat(named, Stream.of(counted(wording.say(CareWords.NO_KIND), none)))
            .flatMap(Optional::stream);
    return Optional.of(
        wording.say(CareWords.OPEN_KINDS, Map.of("kinds", Marks.list(all, wording))));
  }

  private Optional<String> counted(String label, long count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            wording.say(CareWords.OPEN_KIND, Map.of("kind", label, "count", Long.toString(count))));
  }

  /** How many have been open for how long. */
  String ages(List<Matter> found) {
    long young = found.stream().filter(one -> age(one) <= YOUNG).count();
    long old = found.stream().filter(one -> age(one) > MIDDLE).count();
    return wording.say(
        CareWords.OPEN_AGES,
        Map.of(
            "young", Long.toString(young),
            "middle", Long.toString(found.size() - young - old),
            "old", Long.toString(old)));
  }

  private long age(Matter matter) {
    return ChronoUnit.DAYS.between(matter.day(), today);
  }
}

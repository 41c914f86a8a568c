package org.lanshao.command;

import java.util.Map;
import java.util.Optional;
import org.lanshao.count.Median;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.turn.Facts;
import org.lanshao.turn.MatterFacts;
import org.lanshao.turn.Unavailable;

/** The line of a count that tells of matters: how many came, ended and are open. */
final class MatterCounts {
  private final Facts facts;
  private final Wording wording;

  MatterCounts(Facts facts, Wording wording) {
    this.facts = facts;
    this.wording = wording;
  }

  /** What became of the matters of a form's letter, and what is open; empty when nothing is. */
  Optional<String> line(Asked asked) throws Unavailable {
    var kind = asked.form().matters().kind();
    if (kind.isEmpty() || !asked.isPlain()) {
      return Optional.empty();
    }
    var query = asked.query();
    var count = facts.matters().count(asked.form().number(), query.scope(), query.range());
    var states =
        Marks.list(
            kind.get().states().stream()
                .filter(state -> count.open().containsKey(state.id()))
                .map(state -> state(state.label(), count, state.id())),
            wording);
    var slots =
        Map.of(
            "name", kind.get().name(),
            "opened", Long.toString(count.opened()),
            "closed", Long.toString(count.closed()),
            "open", Long.toString(sum(count.open())),
            "states", states);
    var words = states.isEmpty() ? CommandWords.MATTERS_DONE : CommandWords.MATTERS;
    return count.isNothing()
        ? Optional.empty()
        : Optional.of(wording.say(words, slots) + daysOpen(asked, count.closed()));
  }

  /** How long matters had been open until they were closed; empty text when none was. */
  private String daysOpen(Asked asked, long closed) throws Unavailable {
    if (closed == 0) {
      return "";
    }
    var query = asked.query();
    var days = facts.matters().daysOpen(asked.form().number(), query.scope(), query.range());
    return days.isEmpty()
        ? ""
        : wording.say(
            CommandWords.MATTERS_DAYS,
            Map.of(
                "count", Long.toString(days.size()),
                "median", Long.toString(Median.of(days)),
                "longest", Long.toString(days.getLast())));
  }

  /** How many are in a state, and how many people are left of them: 已转移2（5人）. */
  private String state(String label, MatterFacts.MatterCount count, String state) {
    long left = count.left().getOrDefault(state, 0L);
    var slots =
        Map.of(
            "state", label,
            "count", Long.toString(count.open().getOrDefault(state, 0L)),
            "left", Long.toString(left));
    return wording.say(
        left > 0 ? CommandWords.MATTERS_STATE_LEFT : CommandWords.MATTERS_STATE, slots);
  }

  private static long sum(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }
}

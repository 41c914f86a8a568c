package org.lanshao.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.reading.DayRange;

/**
 * What people call some days, and perhaps some places: a season, a holiday, a campaign.
 *
 * @param words what it is called, as {@link org.lanshao.reading.Folding#tight} leaves it
 * @param name as it is told: 汛期, A3 龙舟水
 * @param range its days
 * @param areas where it is, none within another; none: everywhere
 */
public record Occasion(List<String> words, String name, DayRange range, List<AreaCode> areas) {
  /** Copies the lists. */
  public Occasion {
    words = List.copyOf(words);
    areas = List.copyOf(areas);
  }

  /** The same, however it may be called. */
  Occasion withoutWords() {
    return new Occasion(List.of(), name, range, areas);
  }

  /** What of its days lies in a range; empty when nothing does. */
  public Optional<DayRange> within(DayRange other) {
    var first = range.first().isAfter(other.first()) ? range.first() : other.first();
    var last = range.last().isBefore(other.last()) ? range.last() : other.last();
    return last.isBefore(first) ? Optional.empty() : Optional.of(new DayRange(first, last));
  }

  /** What of a scope lies where it is; empty when nothing does. */
  public Optional<Scope> within(Scope scope, Directory directory) {
    return switch (scope) {
      case Scope.ByPerson own -> Optional.of(scope);
      case Scope.InArea(AreaCode area) -> within(List.of(area), directory);
      case Scope.InAreas(List<AreaCode> several) -> within(several, directory);
    };
  }

  private Optional<Scope> within(List<AreaCode> wanted, Directory directory) {
    if (areas.isEmpty()) {
      return Optional.of(Scope.in(wanted));
    }
    var both = new ArrayList<AreaCode>();
    for (AreaCode one : wanted) {
      for (AreaCode own : areas) {
        if (directory.within(own, one)) {
          both.add(own);
        } else if (directory.within(one, own)) {
          both.add(one);
        }
      }
    }
    return both.isEmpty() ? Optional.empty() : Optional.of(Scope.in(both));
  }
}

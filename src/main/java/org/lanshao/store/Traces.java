package org.lanshao.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.PeopleHeld.Sought;

/** Whether a row tells of somebody, and how it reads without them. */
final class Traces {

  /** In the place of a number. */
  private static final String HIDDEN = "***";

  private static final List<String> WHO = List.of("person", "author", "owner", "subject");

  private final Sought sought;
  private final Pattern marks;
  private final Pattern places;

  Traces(Sought sought) {
    this.sought = sought;
    this.marks = whole(sought.marks());
    this.places = whole(sought.places());
  }

  /** Any of these, but not as a part of a longer number. */
  private static Pattern whole(Set<String> words) {
    var any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(
        words.isEmpty() ? "(?!)" : "(?<![0-9A-Za-z])(?:" + any + ")(?![0-9A-Za-z-])");
  }

  /**
   * Whether a row is theirs.
   *
   * @param text all its opened values
   */
  boolean isIn(SealedTable.Row row, String text) {
    if (WHO.stream().anyMatch(column -> isWorker(row.text(column)))) {
      return true;
    }
    if (marks.matcher(text).find()) {
      return true;
    }
    boolean named = sought.names().stream().anyMatch(text::contains);
    return named && (places.matcher(text).find() || isNear(row));
  }

  /** Whether somebody looked at the file of their household, or at these records. */
  boolean isLook(String about, Set<String> numbers) {
    return places.matcher(about).find()
        || Arrays.stream(about.split("[^0-9A-Za-z-]+")).anyMatch(numbers::contains);
  }

  private boolean isWorker(String id) {
    return sought.worker().stream().anyMatch(worker -> worker.text().equals(id));
  }

  private boolean isNear(SealedTable.Row row) {
    var area = row.text("area");
    var person = row.text("person");
    boolean nowhere = area.isEmpty() && person.isEmpty();
    return (nowhere && sought.unique())
        || (!area.isEmpty() && sought.near().contains(new AreaCode(area)))
        || (!person.isEmpty() && sought.nearby().contains(new PersonId(person)));
  }

  /** A text without their name and numbers. */
  String without(String text) {
    var left = marks.matcher(text).replaceAll(HIDDEN);
    for (String name : sought.names()) {
      left = left.replace(name, Departed.NOBODY);
    }
    return left;
  }

  /** The opened values of a row. */
  static String text(Map<String, String> opened) {
    return String.join("\n", opened.values());
  }
}

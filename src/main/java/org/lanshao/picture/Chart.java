package org.lanshao.picture;

import java.util.List;

/**
 * What a picture of numbers shows.
 *
 * @param title over it
 * @param note below it; empty text for none
 * @param shape how the numbers are shown
 * @param labels along the bottom, at least one, none empty
 * @param series at least one, each with a number for every label
 */
public record Chart(
    String title, String note, Shape shape, List<String> labels, List<Series> series) {
  /** Without a note. */
  public Chart(String title, Shape shape, List<String> labels, List<Series> series) {
    this(title, "", shape, labels, series);
  }

  /** The same with a note below it. */
  public Chart noted(String text) {
    return new Chart(title, text, shape, labels, series);
  }

  /** How numbers are shown. */
  public enum Shape {
    /** Bars side by side. */
    BARS,
    /** Bars on top of one another: series whose numbers add up. */
    STACKED,
    /** Lines, for what changes with time. */
    LINES
  }

  /** Copies the lists and refuses what cannot be drawn. */
  public Chart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    int width = labels.size();
    if (width == 0 || series.isEmpty() || series.stream().anyMatch(one -> one.width() != width)) {
      throw new IllegalArgumentException("a chart needs a number for every label");
    }
    if (labels.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a label has no text"); // it could not be set
    }
  }

  /**
   * Numbers that belong together.
   *
   * @param name in the legend
   * @param numbers one for each label
   */
  public record Series(String name, List<Long> numbers) {
    /** Copies the numbers. */
    public Series {
      numbers = List.copyOf(numbers);
    }

    int width() {
      return numbers.size();
    }
  }
}

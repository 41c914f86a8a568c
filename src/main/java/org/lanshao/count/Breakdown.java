package org.lanshao.count;

import java.util.List;
import org.lanshao.directory.Area;
import org.lanshao.form.QuestionId;

/** What numbers are parted by: 按镇, 按目的, 按社工, 按月. */
public sealed interface Breakdown {
  /** By the areas of a level that lie in what is counted. */
  record ByLevel(Area.Kind level) implements Breakdown {}

  /**
   * By the answers of a question.
   *
   * @param values only these option ids, in this order; none: all
   */
  record ByAnswer(QuestionId question, List<String> values) implements Breakdown {
    /** Copies the values. */
    public ByAnswer {
      values = List.copyOf(values);
    }
  }

  /** By who filed. */
  record ByPerson() implements Breakdown {}

  /** By campaigns, which may overlap: as much of each as lies in what is counted. */
  record ByOccasion(List<Occasion> occasions) implements Breakdown {
    /** Copies the list. */
    public ByOccasion {
      occasions = List.copyOf(occasions);
    }
  }

  /** By time. */
  record ByTime(Period period) implements Breakdown {}
}

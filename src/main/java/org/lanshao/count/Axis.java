package org.lanshao.count;

import java.util.List;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.QuestionId;

/** One side of a table of numbers; what is on none of its places is not in the table. */
public sealed interface Axis {
  /**
   * What a cell of the table has as its key on this axis, one for each place. Each area counts by
   * itself: all that was filed for it, also while it lay in another one.
   */
  record Areas(List<AreaCode> areas) implements Axis {
    /** Copies the areas. */
    public Areas {
      areas = List.copyOf(areas);
    }
  }

  /** Option ids, or yes and no. */
  record Answers(QuestionId question, List<String> values) implements Axis {
    /** Copies the values. */
    public Answers {
      values = List.copyOf(values);
    }
  }

  /** Who filed: the ids of people. */
  record People(List<PersonId> people) implements Axis {
    /** Copies the people. */
    public People {
      people = List.copyOf(people);
    }
  }

  /** All periods of the range; the keys are their first days: 2022-05-01. */
  record Times(Period period) implements Axis {}
}

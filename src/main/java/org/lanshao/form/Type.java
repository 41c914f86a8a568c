package org.lanshao.form;

import java.util.List;

/** What kind of answer a question takes. */
public sealed interface Type {
  /** Free text of at most {@code max} characters (code points). */
  record Text(int max) implements Type {}

  /**
   * A whole number from {@code min} to {@code max}, both included, which may be followed by one of
   * {@code units} (人, 户 …).
   */
  record Whole(long min, long max, List<String> units) implements Type {
    /** Copies the units. */
    public Whole {
      units = List.copyOf(units);
    }
  }

  /** Yes or no. */
  record YesNo() implements Type {}

  /** One of the options. */
  record Choice(List<Option> options) implements Type {
    /** Copies the options. */
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** One or several of the options. */
  record Choices(List<Option> options) implements Type {
    /** Copies the options. */
    public Choices {
      options = List.copyOf(options);
    }
  }

  /** A place of the directory: a town or street, or a village or point below one. */
  record Place() implements Type {}

  /** Not a question: a text that is shown once on the way and takes no answer. */
  record Note() implements Type {}
}

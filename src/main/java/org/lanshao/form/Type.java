package org.lanshao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What kind of answer a question takes. */
public sealed interface Type {
  /** The options to choose from; none where nothing is chosen. */
  default List<Option> options() {
    return List.of();
  }

  /** What may follow a number, the first one shown; none where no number is wanted. */
  default List<String> units() {
    return List.of();
  }

  /** The kind of number that an answer is; empty where it is none. */
  default Optional<Numeric> number() {
    return switch (this) {
      case Whole whole -> Optional.of(Numeric.WHOLE);
      case Decimal decimal -> Optional.of(Numeric.DECIMAL);
      case Computed computed -> Optional.of(computed.numeric());
      default -> Optional.empty(); // nothing else is a number
    };
  }

  /**
   * Free text of at most {@code max} characters (code points).
   *
   * @param rest what of a message that answers several questions becomes its answer
   */
  record Text(int max, Rest rest) implements Type {
    /** A text that takes only its own answer. */
    public Text(int max) {
      this(max, Rest.NONE);
    }
  }

  /** What a text question takes of a message that answers several questions at once. */
  enum Rest {
    /** Nothing. */
    NONE,
    /** The words that answer no other question. */
    WORDS,
    /** The whole message, as it was written. */
    ALL
  }

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

  /**
   * A number from {@code min} to {@code max}, both included, with at most {@code places} digits
   * after the point, which may be followed by one of {@code units} (元, 公里 …).
   */
  record Decimal(BigDecimal min, BigDecimal max, int places, List<String> units) implements Type {
    /** Copies the units. */
    public Decimal {
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

  /** A day. */
  record Date(Days days) implements Type {}

  /** A time of day, to the minute. */
  record Time() implements Type {}

  /** A day with a time, to the minute. */
  record DateTime(Days days) implements Type {}

  /** Which days an answer may be; it also decides what 5月9日 without a year means. */
  enum Days {
    /** Today and before. */
    PAST,
    /** Today and after. */
    FUTURE,
    /** Any. */
    ANY
  }

  /** A place of the directory: a town or street, or a village or point below one. */
  record Place() implements Type {}

  /** Somebody, by name, perhaps after the name of their village. */
  record Person() implements Type {}

  /**
   * A household: its village with the name of its head or its number.
   *
   * @param village whether the village must be said; without, the name alone is an answer too
   */
  record Household(boolean village) implements Type {}

  /** A telephone number. */
  record Phone() implements Type {}

  /** The number of a resident's identity card. */
  record IdNumber() implements Type {}

  /** Up to {@code max} photos, sent one after the other. */
  record Photos(int max) implements Type {}

  /** One file. */
  record File() implements Type {}

  /** A point on the map, or a place by its name. */
  record Location() implements Type {}

  /**
   * Questions that are asked for each of {@code min} to {@code max} items.
   *
   * @param questions at least one; none of them a group; their ids are unique in the whole form
   */
  record Group(List<Question> questions, int min, int max) implements Type {
    /** Copies the questions. */
    public Group {
      questions = List.copyOf(questions);
    }
  }

  /**
   * Not asked: what an expression over the answers comes to, shown with the first of {@code units}.
   */
  record Computed(Expr value, Numeric numeric, List<String> units) implements Type {
    /** Copies the units. */
    public Computed {
      units = List.copyOf(units);
    }
  }

  /** What kind of number an answer is, or an expression comes to. */
  enum Numeric {
    WHOLE,
    DECIMAL
  }

  /**
   * A matter that is not done, by its number or by what it is about.
   *
   * @param letter of its number: H
   */
  record Matter(String letter) implements Type {}

  /** Not a question: a text that is shown once on the way and takes no answer. */
  record Note() implements Type {}
}

package org.lanshao.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** An answer, typed. What it may be is told by the {@link Type} of its question. */
public sealed interface Value {
  /** Free text, as written but for white space at its ends. */
  record Text(String text) implements Value {}

  /**
   * A whole number.
   *
   * @param approximate whether it was said as a lower bound or a rough number: 200多名
   */
  record Whole(long number, boolean approximate) implements Value {
    /** An exact number. */
    public Whole(long number) {
      this(number, false);
    }
  }

  /**
   * A number with a fraction, without zeros at its end.
   *
   * @param approximate as for {@link Whole}
   */
  record Decimal(BigDecimal number, boolean approximate) implements Value {
    /** Drops zeros at the end of the fraction, so that equal numbers are equal values. */
    public Decimal {
      var stripped = number.stripTrailingZeros();
      number = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** An exact number. */
    public Decimal(BigDecimal number) {
      this(number, false);
    }
  }

  /** Yes or no. */
  record YesNo(boolean yes) implements Value {}

  /** The id of the chosen option. */
  record One(String option) implements Value {}

  /** The ids of the chosen options, in the order of the form's list, each once, at least one. */
  record Many(List<String> options) implements Value {
    /** Copies the ids. */
    public Many {
      options = List.copyOf(options);
    }
  }

  /**
   * A place of the directory.
   *
   * @param code the area's code in the directory
   * @param name its full name when the answer was given, such as 太平镇（罗定市）
   */
  record Place(String code, String name) implements Value {}

  /** A day. */
  record Date(LocalDate day) implements Value {}

  /** A time of day, to the minute. */
  record Time(LocalTime time) implements Value {
    /** Drops seconds. */
    public Time {
      time = time.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  /** A local day and time, to the minute. */
  record DateTime(LocalDateTime at) implements Value {
    /** Drops seconds. */
    public DateTime {
      at = at.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  /**
   * Somebody; private.
   *
   * @param village where they live, if it was said or is on file
   * @param number under which they are on file; empty when they are not
   */
  record Person(Optional<Place> village, String name, Optional<String> number) implements Value {
    /** Somebody who is not on file. */
    public Person(Optional<Place> village, String name) {
      this(village, name, Optional.empty());
    }
  }

  /**
   * A household; private.
   *
   * @param village where it is, if it was said or is on file
   * @param name the name of its head, or its number: 张三, 12号户
   * @param number under which it is on file; empty when it is not
   */
  record Household(Optional<Place> village, String name, Optional<String> number) implements Value {
    /** One that is not on file. */
    public Household(Optional<Place> village, String name) {
      this(village, name, Optional.empty());
    }
  }

  /** A telephone number, digits alone; private, shown masked. */
  record Phone(String number) implements Value {}

  /** The eighteen characters of a resident's identity number, X large; private, shown masked. */
  record IdNumber(String number) implements Value {}

  /** Photos, in the order in which they came, at least one. */
  record Photos(List<Media> photos) implements Value {
    /** Copies the list. */
    public Photos {
      photos = List.copyOf(photos);
    }
  }

  /** A file. */
  record File(Media media) implements Value {}

  /**
   * Where something is: a point, a place of the directory, or both; never neither.
   *
   * @param point where on the map, if it was sent
   * @param place the place that it lies in or near, if known
   */
  record Location(Optional<Point> point, Optional<Place> place) implements Value {
    /** Refuses what says nothing. */
    public Location {
      if (point.isEmpty() && place.isEmpty()) {
        throw new IllegalArgumentException("a location without point and place");
      }
    }
  }

  /**
   * A matter; private.
   *
   * @param number as people see it: H23
   * @param place where it is
   * @param name whom it is about: the head of a household, its number, a person; empty if nobody
   * @param about what it is about when the answer was given
   */
  record Matter(String number, Place place, String name, String about) implements Value {}

  /** The items of a group, each the answers to its questions; in the order in which they came. */
  record Group(List<Answers> items) implements Value {
    /** Copies the list. */
    public Group {
      items = List.copyOf(items);
    }
  }
}

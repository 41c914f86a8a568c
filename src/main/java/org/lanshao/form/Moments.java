package org.lanshao.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Days and times as forms write them: {@code "2022-05-09"}, {@code "20:30"}, both. */
final class Moments {
  private Moments() {}

  /** The constant that a question of this type is compared with; empty when there is none. */
  static Optional<Value> read(String text, Type type) {
    try {
      return switch (type) {
        case Type.Date date -> Optional.of(new Value.Date(LocalDate.parse(text)));
        case Type.Time time -> Optional.of(new Value.Time(LocalTime.parse(text)));
        case Type.DateTime at ->
            Optional.of(new Value.DateTime(LocalDateTime.parse(text.replace(' ', 'T'))));
        default -> Optional.empty(); // nothing else is a day or a time
      };
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** A constant as it could be written for this type. */
  static String example(Type type) {
    return switch (type) {
      case Type.Date date -> "\"2022-05-09\"";
      case Type.Time time -> "\"20:30\"";
      default -> "\"2022-05-09 20:30\"";
    };
  }
}

package org.lanshao.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person on file; private.
 *
 * @param number theirs for ever, also in another household
 * @param fields what is on file; what is not is left out
 * @param tags to what groups they belong and belonged
 */
public record Client(FileNumber number, Map<ClientField, String> fields, List<Tag> tags) {
  private static final int OF_AGE = 18;

  /** Copies the collections. */
  public Client {
    fields = Map.copyOf(fields);
    tags = List.copyOf(tags);
  }

  /** What is on file; empty text for nothing. */
  public String get(ClientField field) {
    return fields.getOrDefault(field, "");
  }

  /** Their name; empty text when it is not known. */
  public String name() {
    return get(ClientField.NAME);
  }

  /** The day of birth: what is on file, else from the identity number; or empty. */
  public Optional<LocalDate> birth() {
    var id = get(ClientField.ID_NUMBER);
    var text =
        fields.containsKey(ClientField.BIRTH) || id.length() != 18
            ? get(ClientField.BIRTH)
            : id.substring(6, 10) + "-" + id.substring(10, 12) + "-" + id.substring(12, 14);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** Whether they are under 18 on a day; false when their birth is not known. */
  public boolean isMinor(LocalDate day) {
    return birth().filter(born -> born.plusYears(OF_AGE).isAfter(day)).isPresent();
  }

  /** The number alone. */
  @Override
  public String toString() {
    return "Client[" + number + "]";
  }
}

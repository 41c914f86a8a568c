package org.lanshao.alarm;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about what is wrong, and what to do. */
public enum AlarmWords implements Phrase {
  OUTBOX_STALLED("minutes"),
  SETTINGS_REFUSED("channel", "code"),
  WEBHOOK_DEAD("group"),
  DISK_LOW("megabytes"),
  BACKUP_FAILED("code"),
  BACKUP_OVERDUE("hours"),
  FORMS_REFUSED(),
  DATABASE_DOWN(),
  CLOCK_JUMPED("seconds"),
  SENDING_HELD(),
  REDIS_AWAY(),
  CALLBACKS_SILENT("channel", "hours"),
  CERTIFICATE_ENDS("address", "days"),
  /** When something is over; {@code title} is one of the next, by its kind. */
  ALL_CLEAR("title"),
  TITLE_OUTBOX_STALLED(),
  TITLE_SETTINGS_REFUSED(),
  TITLE_WEBHOOK_DEAD(),
  TITLE_DISK_LOW(),
  TITLE_BACKUP_FAILED(),
  TITLE_BACKUP_OVERDUE(),
  TITLE_FORMS_REFUSED(),
  TITLE_DATABASE_DOWN(),
  TITLE_CLOCK_JUMPED(),
  TITLE_SENDING_HELD(),
  TITLE_REDIS_AWAY(),
  TITLE_CALLBACKS_SILENT(),
  TITLE_CERTIFICATE_ENDS();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  AlarmWords(String... slots) {
    this.slots = Set.of(slots);
  }

  static AlarmWords of(Kind kind) {
    return valueOf(kind.name());
  }

  static AlarmWords title(Kind kind) {
    return valueOf("TITLE_" + kind.name());
  }

  @Override
  public String key() {
    return "alarm." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}

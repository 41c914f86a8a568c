package org.lanshao.alarm;

import java.time.Duration;
import java.util.Locale;

/** What can be wrong. The field's own emergencies are another matter. */
public enum Kind {
  /** The oldest message that is due has waited too long. */
  OUTBOX_STALLED(false, true),
  /** A platform refuses the app's settings or address, such as WeCom's 60020. */
  SETTINGS_REFUSED(false, true),
  /** A group's webhook was removed or disabled. */
  WEBHOOK_DEAD(false, true),
  /** A disk has little room left. */
  DISK_LOW(true, true),
  /** The last backup failed. */
  BACKUP_FAILED(false, true),
  /** The last good backup is too old. */
  BACKUP_OVERDUE(false, true),
  /** Changed forms are refused; the publisher tells the admins where. */
  FORMS_REFUSED(true, false),
  /** The database cannot be written: nobody can be told through it. */
  DATABASE_DOWN(true, false),
  /** The clock of this node went forward or back. */
  CLOCK_JUMPED(true, true),
  /** Nothing is sent since a restore, so nobody could be told by messages. */
  SENDING_HELD(false, false),
  /** Redis does not answer: each node keeps to its share of the limits. */
  REDIS_AWAY(true, true),
  /** A platform has not called for a long time at which people work. */
  CALLBACKS_SILENT(false, true) {
    @Override
    Duration quiet() {
      return DAY;
    }
  },
  /** A certificate ends soon, or has ended. */
  CERTIFICATE_ENDS(false, true) {
    @Override
    Duration quiet() {
      return DAY;
    }
  };

  private static final Duration DAY = Duration.ofDays(1);

  private final boolean local;
  private final boolean toAdmins;

  Kind(boolean local, boolean toAdmins) {
    this.local = local;
    this.toAdmins = toAdmins;
  }

  /** Its stable code, in logs, metrics and messages: {@code outbox-stalled}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** After this it is told again, if it still lasts. */
  Duration quiet() {
    return Duration.ofHours(1);
  }

  /** Whether only this node can know of it. */
  boolean isLocal() {
    return local;
  }

  /** Whether the admins get a message from here when it begins. */
  boolean isToldToAdmins() {
    return toAdmins;
  }
}

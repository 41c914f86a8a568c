package org.lanshao.alert;

import java.util.Locale;

/** How sure it is that an alert is one. */
public enum Certainty {
  /** Its reporter said so. */
  CERTAIN,
  /** Words of danger were said, and nobody answered whether they are meant (疑似). */
  SUSPECTED,
  /** Somebody said so whom the directory does not know (未核实). */
  UNVERIFIED;

  /** The word for it in files: {@code unverified}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

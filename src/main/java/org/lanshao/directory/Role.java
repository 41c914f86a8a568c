package org.lanshao.directory;

import java.util.Locale;

/** What a person is in the work; decides what they may do, within their area. */
public enum Role {
  WORKER,
  HEAD,
  TOWN,
  COUNTY,
  CITY,
  SUPERVISOR,
  ADMIN,
  AUDITOR;

  /** The word for it in files: {@code worker}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

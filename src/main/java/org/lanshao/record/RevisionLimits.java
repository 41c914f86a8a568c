package org.lanshao.record;

/**
 * Until when who may revise a record.
 *
 * @param authorDays so many days after it was filed, or returned, its author may
 * @param headDays so many days after the end of its month the head of its station still may
 */
public record RevisionLimits(int authorDays, int headDays) {
  /** A week for the author; the head until the end of the month. */
  public static final RevisionLimits DEFAULT = new RevisionLimits(7, 0);

  /** Refuses negative days. */
  public RevisionLimits {
    if (authorDays < 0 || headDays < 0) {
      throw new IllegalArgumentException("negative days");
    }
  }
}

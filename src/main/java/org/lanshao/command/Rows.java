package org.lanshao.command;

import java.util.List;
import java.util.Optional;
import org.lanshao.count.Condition;
import org.lanshao.form.Form;
import org.lanshao.reading.DayRange;

/** What a newsletter lists, a line for each. */
public sealed interface Rows {
  /**
   * Records of a form.
   *
   * @param where how they must have been answered
   * @param days of which days, where the report does not say
   */
  record OfRecords(Form form, List<Condition> where, Optional<DayRange> days) implements Rows {
    /** Copies the list. */
    public OfRecords {
      where = List.copyOf(where);
    }
  }

  /**
   * Matters that were opened or closed.
   *
   * @param letter of their numbers
   * @param forms whose records open or close them
   */
  record OfMatters(String letter, boolean closed, List<Form> forms) implements Rows {
    /** Copies the list. */
    public OfMatters {
      forms = List.copyOf(forms);
    }
  }

  /** Notices that went out. */
  record OfNotices() implements Rows {}

  /** Campaigns that began or ended. */
  record OfCampaigns() implements Rows {}
}

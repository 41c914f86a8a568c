package org.lanshao.command;

import java.util.List;
import org.lanshao.count.Scope;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;

/**
 * 导出: records that the asker may see, as a workbook.
 *
 * @param forms a sheet each
 * @param scope whose records
 * @param range of which days
 */
public record Export(List<FormId> forms, Scope scope, DayRange range) {
  static final String WORD = "导出";

  /** The same in English. */
  static final String ENGLISH = "export";

  /** Copies the list. */
  public Export {
    forms = List.copyOf(forms);
  }
}

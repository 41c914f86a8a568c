package org.lanshao.command;

import java.util.Optional;
import org.lanshao.form.Measure;

/**
 * A measure's label taken apart: 人（低保） is the unit 人 and the kind 低保.
 *
 * @param kind those of whom alone it counts, if its label says so
 */
record MeasureLabel(String unit, Optional<String> kind) {
  static MeasureLabel of(Measure measure) {
    var label = measure.label();
    int open = label.indexOf('（');
    return open > 0 && label.endsWith("）")
        ? new MeasureLabel(
            label.substring(0, open), Optional.of(label.substring(open + 1, label.length() - 1)))
        : new MeasureLabel(label, Optional.empty());
  }
}

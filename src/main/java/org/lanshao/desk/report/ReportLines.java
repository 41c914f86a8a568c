package org.lanshao.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.lanshao.turn.Reports.Known;

/** How numbers moved, in words. */
final class ReportLines {
  private ReportLines() {}

  /** R12 人次5685→5681、户1572→1571; the number of the report alone when none moved. */
  static String moved(Known before, List<Long> now) {
    return moved(before, now, List.of());
  }

  /** The same with others that moved behind them. */
  static String moved(Known before, List<Long> now, List<String> others) {
    var inputs = before.report().inputs();
    var moved = new ArrayList<String>();
    for (int at = 0; at < inputs.size(); at++) {
      long was = before.numbers().get(at);
      if (was != now.get(at)) {
        moved.add(inputs.get(at).name() + was + "→" + now.get(at));
      }
    }
    moved.addAll(others);
    return (before.report().number() + " " + String.join("、", moved)).strip();
  }
}

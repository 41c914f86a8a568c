package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the folder {@code reports}: the sentences of reports. */
final class ReportFiles {
  private static final Pattern REPORT =
      Pattern.compile("(?:.*[/\\\\])?reports[/\\\\][^/\\\\]+\\.md");

  private final Mistakes mistakes;
  private final Map<String, Line> nameToFirst = new HashMap<>();

  private ReportFiles(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Takes the reports out of these files, by path; none where there are none. */
  static Map<String, String> taken(Map<String, String> files) {
    var reports = new TreeMap<String, String>();
    for (String file : List.copyOf(files.keySet())) {
      if (REPORT.matcher(file).matches()) {
        reports.put(file, files.getOrDefault(file, ""));
        files.remove(file);
      }
    }
    return reports;
  }

  /** The reports of these files, by path. */
  static List<ReportText> read(Map<String, String> files, Mistakes mistakes) {
    var reader = new ReportFiles(mistakes);
    var reports = new ArrayList<ReportText>();
    files.forEach((file, text) -> reports.add(reader.unique(file, text)));
    return reports;
  }

  private ReportText unique(String file, String text) {
    var report = ReportTextReader.read(file, text, mistakes);
    for (String name : report.names()) {
      var first = name.isEmpty() ? null : nameToFirst.putIfAbsent(name, report.at());
      if (first != null) {
        mistakes.add(
            ReportCode.BAD_NAME,
            report.at(),
            "名称“%s”已经在 %s 里用了。".formatted(name, first.file()),
            "换一个。");
      }
    }
    return report;
  }
}

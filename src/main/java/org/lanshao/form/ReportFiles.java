package org.lanshao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the folder {@code reports}: the sentences of reports. */
final class ReportFiles {
  private static final Pattern REPORT =
      Pattern.compile("(?:.*[/\\\\])?reports[/\\\\][^/\\\\]+\\.md");

  /** month.en.md: the same report in another language. */
  private static final Pattern OTHER = Pattern.compile("(.*)\\.([a-z]{2})\\.md");

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
    var reports = new TreeMap<String, ReportText>();
    files.forEach(
        (file, text) -> {
          if (!OTHER.matcher(file).matches()) {
            reports.put(file, reader.unique(file, text));
          }
        });
    files.forEach((file, text) -> reader.translate(file, text, reports));
    return List.copyOf(reports.values());
  }

  private void translate(String file, String text, Map<String, ReportText> reports) {
    var other = OTHER.matcher(file);
    if (!other.matches()) {
      return;
    }
    var report = reports.get(other.group(1) + ".md");
    if (report == null) {
      mistakes.add(ReportCode.BAD_TRANSLATION, Line.of(file), "旁边没有中文的那一份。", "放回中文的文件，或者删掉这个。");
      return;
    }
    var pieces = ReportTextReader.translated(report, file, text, mistakes);
    reports.put(other.group(1) + ".md", report.with(other.group(2), pieces));
  }

  /** Tells each report that a language lacks. */
  static void tellMissing(List<ReportText> reports, String language, Mistakes missing) {
    reports.stream()
        .filter(report -> !report.languages().containsKey(language))
        .forEach(
            report ->
                missing.add(
                    FormCode.NO_TRANSLATION,
                    report.at(),
                    "这里没有 %s 的说法。".formatted(language),
                    "在旁边放一个 .%s.md，只写句子。".formatted(language)));
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

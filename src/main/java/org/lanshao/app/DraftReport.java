package org.lanshao.app;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.desk.talk.OpenDrafts.OpenDraft;
import org.lanshao.form.Carrying;
import org.lanshao.form.Form;
import org.lanshao.form.FormChange;
import org.lanshao.form.Library;
import org.lanshao.form.Question;

/** Tells what forms of the files mean for the drafts that are open, in plain words. */
final class DraftReport {
  private final Library files;
  private final DateTimeFormatter time;
  private final PrintWriter out;

  DraftReport(Library files, ZoneId zone, PrintWriter out) {
    this.files = files;
    this.time = DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(zone);
    this.out = out;
  }

  /** Prints each version that drafts were begun with, what changed since, and its drafts. */
  void print(List<OpenDraft> drafts) {
    out.printf("没填完的表：%d 张。都按开始时的那一版填完、登记和统计。%n", drafts.size());
    drafts.stream()
        .collect(Collectors.groupingBy(OpenDraft::form, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::print);
  }

  private void print(Form before, List<OpenDraft> drafts) {
    var after = newest(before);
    var changes = after.map(now -> FormChange.between(before, now)).orElse(List.of());
    var state =
        after.isEmpty()
            ? "文件里没有这张表了"
            : changes.isEmpty() ? "和文件里的一样" : "文件里的新了，改了 %d 处".formatted(changes.size());
    out.printf("%s（%s，%d 张没填完）：%s%n", before.title(), before.id(), drafts.size(), state);
    changes.forEach(change -> out.println("  - " + change.say()));
    drafts.forEach(draft -> out.println("  " + line(draft, after)));
  }

  /** The form of the files; of its languages the one that the draft was begun in. */
  private Optional<Form> newest(Form before) {
    return Stream.concat(Stream.of(files.forms()), files.languages().values().stream())
        .flatMap(List::stream)
        .filter(form -> form.id().equals(before.id()))
        .min(Comparator.comparingInt(form -> FormChange.between(before, form).size()));
  }

  private String line(OpenDraft draft, Optional<Form> after) {
    var begun = draft.begun().map(at -> " " + time.format(at) + "开始").orElse("");
    int answered = draft.answers().byQuestion().size();
    return "%s%s，答了%d项：%s"
        .formatted(
            draft.conversation(),
            begun,
            answered,
            after.map(now -> fate(draft, now)).orElse("留在旧版"));
  }

  private static String fate(OpenDraft draft, Form after) {
    return switch (Carrying.of(draft.answers(), draft.form(), after)) {
      case Carrying.Safe() -> "安全";
      case Carrying.AskAgain(var questions) -> "换成新版要再问：" + labels(questions);
      case Carrying.OldOnly(var questions) -> "留在旧版，新版不问：" + labels(questions);
    };
  }

  private static String labels(List<Question> questions) {
    return questions.stream().map(Question::label).collect(Collectors.joining("、"));
  }
}

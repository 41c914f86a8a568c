package org.lanshao.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.alarm.AlarmWords;
import org.lanshao.command.CommandWords;
import org.lanshao.desk.AlertWords;
import org.lanshao.desk.CampaignWords;
import org.lanshao.desk.CareWords;
import org.lanshao.desk.DayWords;
import org.lanshao.desk.DeskWords;
import org.lanshao.desk.FileWords;
import org.lanshao.desk.NoticeWords;
import org.lanshao.desk.PracticeWords;
import org.lanshao.desk.ReportWords;
import org.lanshao.desk.SeasonWords;
import org.lanshao.desk.SiteWords;
import org.lanshao.dialogue.DialogueWords;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Phrase;
import org.lanshao.form.Schema;
import org.lanshao.people.PeopleWords;

/** A folder of forms in memory, with the bundled wording. */
final class Folder implements Source {
  static final Schema SCHEMA = new Schema(Set.of("worker", "admin"), Set.of(), Set.of());

  private final Map<String, String> files = new TreeMap<>();
  private String kept = "";

  Folder() throws IOException {
    write("wording.yaml", Files.readString(Path.of("conversations/wording.yaml")));
  }

  void write(String file, String text) {
    files.put(file, text);
  }

  void replace(String file, String old, String text) {
    write(file, files.getOrDefault(file, "").replace(old, text));
  }

  Library library() {
    var read = read();
    return read.library().orElseThrow(() -> new AssertionError(read.mistakes()));
  }

  @Override
  public String look() {
    return files.toString();
  }

  String kept() {
    return kept;
  }

  @Override
  public void keep(String seen) {
    kept = seen;
  }

  @Override
  public FormReader.Result read() {
    var phrases =
        Stream.<Phrase[]>of(
                DialogueWords.values(),
                CommandWords.values(),
                DeskWords.values(),
                AlertWords.values(),
                CareWords.values(),
                SiteWords.values(),
                PracticeWords.values(),
                DayWords.values(),
                SeasonWords.values(),
                NoticeWords.values(),
                CampaignWords.values(),
                FileWords.values(),
                ReportWords.values(),
                AlarmWords.values(),
                PeopleWords.values())
            .flatMap(Stream::of)
            .collect(Collectors.toSet());
    return FormReader.read(files, SCHEMA, phrases);
  }
}

package org.lanshao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.lanshao.directory.Directory;
import org.lanshao.form.Mistakes;
import org.lanshao.season.ReminderText;
import org.lanshao.season.ReminderTextReader;
import org.lanshao.season.Reminders;
import org.lanshao.season.RemindersReader;
import org.lanshao.season.Workdays;
import org.lanshao.season.WorkdaysReader;

/** Reads the files of seasons, reminders, their texts and the calendar. */
final class RemindersFiles {
  private static final String ENDING = ".md";

  private RemindersFiles() {}

  /**
   * What the files say; nothing where there are none, or no texts for them, and none were asked
   * for.
   */
  static Reminders read(Settings.Files files, Directory directory, Mistakes mistakes) {
    var file = files.notices();
    var folder = files.conversations().resolve("notices");
    boolean usual = file.equals(Settings.Files.NOTICES);
    if (usual && !(Files.exists(file) && Files.isDirectory(folder))) {
      return Reminders.NONE;
    }
    var texts = texts(folder, mistakes);
    var around = new RemindersReader.Around(workdays(files.calendar(), mistakes), texts, directory);
    return Written.text(file, mistakes)
        .map(text -> RemindersReader.read(file.toString(), text, around, mistakes))
        .orElse(Reminders.NONE);
  }

  private static Workdays workdays(Path file, Mistakes mistakes) {
    if (!Files.exists(file) && file.equals(Settings.Files.CALENDAR)) {
      return Workdays.NONE;
    }
    return Written.text(file, mistakes)
        .map(text -> WorkdaysReader.read(file.toString(), text, mistakes))
        .orElse(Workdays.NONE);
  }

  private static Map<String, ReminderText> texts(Path folder, Mistakes mistakes) {
    var texts = new HashMap<String, ReminderText>();
    if (Files.isDirectory(folder)) {
      for (Path file : Written.list(folder, ENDING, mistakes)) {
        var name = file.getFileName().toString();
        Written.text(file, mistakes)
            .ifPresent(
                text ->
                    texts.put(
                        name.substring(0, name.length() - ENDING.length()),
                        ReminderTextReader.read(file.toString(), text, mistakes)));
      }
    }
    return texts;
  }
}

package org.lanshao.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Mistakes;

/** The seasons, calendar and reminders that come with the project, for tests of all packages. */
public final class BundledReminders {
  private static final Reminders READ = readAll();

  private BundledReminders() {}

  /** What the files say; a mistake in them is an error. */
  public static Reminders read() {
    return READ;
  }

  private static Reminders readAll() {
    var mistakes = new Mistakes();
    var workdays =
        WorkdaysReader.read("calendar.yaml", text(Path.of("config/calendar.yaml")), mistakes);
    var around = new RemindersReader.Around(workdays, texts(mistakes), BundledDirectory.read());
    var read =
        RemindersReader.read(
            "notices.yaml", text(Path.of("config/notices.yaml")), around, mistakes);
    assertThat(mistakes.sorted()).isEmpty();
    return read;
  }

  private static Map<String, ReminderText> texts(Mistakes mistakes) {
    var texts = new HashMap<String, ReminderText>();
    try (var files = Files.newDirectoryStream(Path.of("conversations/notices"), "*.md")) {
      for (Path file : files) {
        var name = file.getFileName().toString();
        texts.put(
            name.substring(0, name.length() - 3),
            ReminderTextReader.read(name, text(file), mistakes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.lanshao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.OpenDrafts;
import org.lanshao.desk.talk.OpenDrafts.OpenDraft;
import org.lanshao.turn.Unavailable;

/** The drafts in the database of the settings, for commands that run beside the server. */
final class StoredDrafts {
  private static final String SQLITE = "jdbc:sqlite:";

  private StoredDrafts() {}

  /** Whether there is a database to look into: a check makes none. */
  static boolean exist(Settings settings) {
    var url = settings.store().url();
    return !url.startsWith(SQLITE)
        || Files.exists(Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*$", "")));
  }

  static List<OpenDraft> read(AllRead read) throws Unavailable {
    try (var store = read.open()) {
      return OpenDrafts.of(new DeskPorts(store, store), Vocabulary.schema());
    }
  }
}

package org.lanshao.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lanshao.form.Media;
import org.lanshao.store.Disk;
import org.lanshao.store.Store;
import org.lanshao.turn.MediaRows.State;
import org.lanshao.turn.PeopleHeld;
import org.lanshao.turn.Unavailable;

/**
 * What is held of one person as a new folder that its owner alone may read: a file of JSON lines
 * for each table, and the pictures and files under {@code media}.
 */
final class PersonFolder implements PeopleHeld.Sink {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Store store;

  private PersonFolder(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
  }

  /**
   * Makes it.
   *
   * @throws java.nio.file.FileAlreadyExistsException when something is there
   */
  static PersonFolder make(Path folder, Store store) throws IOException {
    Disk.newFolder(folder);
    Disk.newFolder(folder.resolve("media"));
    return new PersonFolder(folder, store);
  }

  @Override
  public void take(String table, Map<String, Object> row, List<Media.Sent> media)
      throws Unavailable {
    try {
      var file = folder.resolve(table + ".jsonl");
      if (!Files.exists(file)) {
        Disk.write(file, new byte[0]);
      }
      Files.writeString(file, JSON.writeValueAsString(line(row)) + "\n", UTF_8, APPEND);
      for (Media.Sent sent : media) {
        copy(sent);
      }
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /** What is JSON itself stands as it is, and moments also as people read them. */
  private static ObjectNode line(Map<String, Object> row) {
    var line = JSON.createObjectNode();
    row.forEach(
        (name, value) -> {
          if (value instanceof Long number) {
            line.put(name, number);
            if (name.equals("at")) {
              line.put("time", Instant.ofEpochMilli(number).toString());
            }
          } else {
            put(line, name, value.toString());
          }
        });
    return line;
  }

  private static void put(ObjectNode line, String name, String text) {
    try {
      if (text.startsWith("{") || text.startsWith("[")) {
        line.set(name, JSON.readTree(text));
        return;
      }
    } catch (JsonProcessingException words) {
      // it only looks like JSON, and is told as the words that it is
    }
    line.put(name, text);
  }

  private void copy(Media.Sent sent) throws Unavailable, IOException {
    var state = store.media().state(sent);
    if (state.isPresent() && state.get() instanceof State.Kept kept) {
      var file = folder.resolve("media").resolve(kept.hash().substring(0, 16) + "." + kept.type());
      var bytes = store.mediaFiles().read(kept.hash());
      if (bytes.isPresent() && !Files.exists(file)) {
        Disk.write(file, bytes.get());
      }
    }
  }
}

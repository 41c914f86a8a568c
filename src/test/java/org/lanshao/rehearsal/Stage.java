package org.lanshao.rehearsal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.TestWording;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Bundled;
import org.lanshao.form.FormReader;
import org.lanshao.form.FormSource;
import org.lanshao.form.Library;
import org.lanshao.turn.EventJson;

/** Where tests rehearse: the bundled forms, words and people. */
final class Stage {
  private Stage() {}

  static Rehearsed rehearse(Collection<Transcript> transcripts) {
    var texts = new TreeMap<>(Bundled.files());
    texts.remove("conversations/wording.yaml");
    return rehearse(transcripts, texts);
  }

  /** As above, with these forms and lists. */
  static Rehearsed rehearse(Collection<Transcript> transcripts, Map<String, String> texts) {
    var read = FormReader.read(texts, Bundled.SCHEMA, Set.of());
    var folder = read.library().orElseThrow(() -> new AssertionError(read.mistakes()));
    var library = new Library(folder.forms(), TestWording.read(), folder.languages());
    return rehearse(transcripts, read.sources(), library);
  }

  private static Rehearsed rehearse(
      Collection<Transcript> transcripts, List<FormSource> sources, Library library) {
    return Rehearsed.of(
        transcripts, sources, new Scenery(library, BundledDirectory.read(), Stage::stored));
  }

  private static List<Event> stored(List<Event> events) {
    return EventJson.read(EventJson.write(events));
  }
}

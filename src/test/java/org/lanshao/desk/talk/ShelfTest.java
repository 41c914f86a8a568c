package org.lanshao.desk.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Schema;
import org.lanshao.form.Wording;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.Unavailable;

class ShelfTest {
  private static final Schema SCHEMA = new Schema(Set.of("worker"), Set.of(), Set.of());
  private static final String FORM =
      """
      id: patrol
      title: %s
      number: X
      start: [巡查]
      who: [worker]
      questions:
        - {id: note, type: text, ask: 看到了什么？}
      receipt: 已登记 {no}。
      """;

  private final MemoryStore store = new MemoryStore(new Directory(List.of(), List.of(), List.of()));

  @Test
  void aNewTextBecomesCurrent() throws Unavailable {
    publish(FORM.formatted("巡查"));

    assertThat(publish(FORM.formatted("河道巡查"))).isEqualTo("河道巡查");
  }

  @Test
  void aNodeWithAnEarlierTextDoesNotTurnTheClockBack() throws Unavailable {
    publish(FORM.formatted("巡查"));
    publish(FORM.formatted("河道巡查"));

    assertThat(publish(FORM.formatted("巡查"))).isEqualTo("河道巡查");
  }

  @Test
  void anEarlierTextWithAHigherVersionBecomesCurrentAgain() throws Unavailable {
    publish(FORM.formatted("巡查"));
    publish(FORM.formatted("河道巡查"));

    assertThat(publish(FORM.formatted("巡查") + "version: 2\n")).isEqualTo("巡查");
  }

  @Test
  void aDraftsDefinitionIsFoundAfterAnotherBecameCurrent() throws Unavailable {
    var first = forms(FORM.formatted("巡查"));
    publish(FORM.formatted("巡查"));
    var ports = new DeskPorts(store, store);
    var shelf = Shelf.publish(read(FORM.formatted("河道巡查")), SCHEMA, ports);

    assertThat(shelf.form(first.getFirst().definition().hash())).isEqualTo(first.getFirst());
  }

  @Test
  void whoSpeaksAnotherLanguageGetsTheFormInItAlsoByItsChineseStartWord() throws Unavailable {
    var text = FORM.formatted("巡查").replace("巡查\n", "{zh: 巡查, en: Patrol}\n");
    var ports = new DeskPorts(store, store);
    Shelf.publish(read(text), SCHEMA, ports);
    var shelf = Shelf.publish(read(text), SCHEMA, ports);

    assertThat(shelf.opening("巡查 河边", "en").orElseThrow().form().title()).isEqualTo("Patrol");
    assertThat(shelf.opening("巡查 河边", "en").orElseThrow().rest()).isEqualTo("河边");
    assertThat(shelf.opening("巡查", "zh").orElseThrow().form().title()).isEqualTo("巡查");
    var english = shelf.current("en").getFirst();
    assertThat(
            Shelf.publish(new Library(List.of(), new Wording(Map.of())), SCHEMA, ports)
                .form(english.definition().hash()))
        .isEqualTo(english);
  }

  @Test
  void aShelfIsCurrentAlsoWhereAFormReadsTheSameInBothLanguages() throws Unavailable {
    var other =
        FORM.formatted("登记")
            .replace("patrol", "record")
            .replace("number: X", "number: Y")
            .replace("[巡查]", "[登记]");
    var english = FORM.formatted("巡查").replace("巡查\n", "{zh: 巡查, en: Patrol}\n");
    var files = Map.of("patrol.yaml", english, "record.yaml", other);
    var library = FormReader.read(files, SCHEMA, Set.of()).library().orElseThrow();

    assertThat(Shelf.publish(library, SCHEMA, new DeskPorts(store, store)).isCurrent()).isTrue();
  }

  /** The title of the form that can then be opened. */
  private String publish(String text) throws Unavailable {
    var shelf = Shelf.publish(read(text), SCHEMA, new DeskPorts(store, store));
    return shelf.opening("巡查").orElseThrow().form().title();
  }

  private static List<Form> forms(String text) {
    return read(text).forms();
  }

  private static Library read(String text) {
    var result = FormReader.read(Map.of("patrol.yaml", text), SCHEMA, Set.of());
    return result.library().orElseThrow(() -> new AssertionError(result.mistakes()));
  }
}

package org.lanshao.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Schema;

/**
 * What forms look like drawn. After a change: {@code -Drewrite=true}, then look at the pictures in
 * a browser.
 */
class DrawingTest {
  private static final Path GOLDEN = Path.of("src/test/resources/org/lanshao/drawing");
  private static final Schema SCHEMA = new Schema(Set.of("worker", "head", "town"));
  private static final Losses LOSSES =
      new Losses(Map.of(new QuestionId("place"), 12L, new QuestionId("kind"), 3L), 2);

  private static final String NESTED =
      """
      id: nested
      title: 套着的 <表> & "引号"
      number: X
      start: [套着]
      who: [worker]
      questions:
        - {id: hazard, type: yes-no, ask: 有隐患吗？}
        - {id: kind, type: choice, ask: 哪一种？, when: hazard, options: [{id: fire, label: 用火}, {id: other, label: 其他}]}
        - {id: which, type: text, ask: 说说是哪一种？, when: kind = other}
        - {id: stove, type: yes-no, ask: 灶台 < 1 米？, when: kind = fire}
        - {id: seen, type: note, ask: 请拍照。, when: hazard}
        - {id: people, type: integer, ask: 几个人？, min: 1, max: 9, unit: [人]}
        - {id: many, type: text, ask: 为什么这么多？, optional: true, when: people > 5 or not hazard}
      check:
        - {that: people < 9, say: 这么多？}
      receipt: "{no}"
      """;

  @TestFactory
  Stream<DynamicTest> picturesAreAsTheyWere() throws IOException {
    var visit = visit();
    var nested = form(Map.of("nested.yaml", NESTED));
    return Map.of(
            "visit.svg", Drawing.svg(visit, Losses.NONE),
            "visit.mmd", Drawing.mermaid(visit, Losses.NONE),
            "nested.svg", Drawing.svg(nested, LOSSES),
            "nested.mmd", Drawing.mermaid(nested, LOSSES))
        .entrySet()
        .stream()
        .map(
            drawn ->
                DynamicTest.dynamicTest(
                    drawn.getKey(), () -> compare(drawn.getKey(), drawn.getValue())));
  }

  private static void compare(String file, String drawn) throws IOException {
    if (Boolean.getBoolean("rewrite")) {
      Files.writeString(GOLDEN.resolve(file), drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(GOLDEN.resolve(file)));
  }

  @Test
  void aPictureIsXmlWhateverTheFormSays() throws XMLStreamException {
    var title = "";
    var reader =
        XMLInputFactory.newFactory()
            .createXMLStreamReader(
                new StringReader(Drawing.svg(form(Map.of("nested.yaml", NESTED)), LOSSES)));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("title")) {
        title = reader.getElementText();
      }
    }

    assertThat(title).isEqualTo("套着的 <表> & \"引号\"");
  }

  @Test
  void lossesStandWhereTheyWere() throws IOException {
    var drawn = Drawing.svg(visit(), LOSSES);

    assertThat(drawn).contains("12 份停在这里", "2 份停在这里").doesNotContain("3 份停在这里");
    assertThat(drawn.indexOf("12 份停在这里")).isGreaterThan(drawn.indexOf("1  地点"));
    assertThat(Drawing.svg(visit(), Losses.NONE)).doesNotContain("停在这里");
  }

  private static Form visit() throws IOException {
    var texts = new TreeMap<String, String>();
    for (String name :
        List.of("visit", "hazard", "rectification", "need", "need_result", "lists")) {
      var file = name + ".yaml";
      texts.put(file, Files.readString(Path.of("conversations", file)));
    }
    return form(texts);
  }

  private static Form form(Map<String, String> texts) {
    var read = FormReader.read(texts, SCHEMA, Set.of());
    return read.library().orElseThrow(() -> new AssertionError(read.mistakes())).forms().getFirst();
  }
}

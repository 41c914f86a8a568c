package org.lanshao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;

/** Every document of {@code notice/cap}, and what reading it gives. */
class CapReaderTest {
  private static final CapReader READER = new CapReader(new CapAreas(BundledDirectory.read()));

  /** A document of the folder. */
  record Document(String name, String read, String answer) {
    static Stream<Document> all() throws IOException {
      return new String(bytes("expected.txt"), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" *\\| *"))
              .map(cells -> new Document(cells[0], cells[1].strip(), cells[2].strip()))
              .toList()
              .stream();
    }

    static byte[] bytes(String name) throws IOException {
      try (var in = CapReaderTest.class.getResourceAsStream("/notice/cap/" + name)) {
        return in.readAllBytes();
      }
    }

    byte[] bytes() throws IOException {
      return bytes(name);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyDocument() throws IOException {
    return Document.all()
        .map(
            document ->
                DynamicTest.dynamicTest(
                    document.name(),
                    () ->
                        assertThat(text(READER.read(document.bytes())))
                            .isEqualTo(document.read())));
  }

  @Test
  void thereAreEnoughDocuments() throws IOException {
    assertThat(Document.all()).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void marksOfHtmlAreGone() throws IOException {
    var name = Document.all().map(Document::name).filter(n -> n.contains("html")).findFirst();
    var read = (CapRead.Read) READER.read(Document.bytes(name.orElseThrow()));
    assertThat(read.warning().items().getFirst().text()).isEqualTo("请立即躲避。\n不要外出");
  }

  @Test
  void tenMegabytesAreRefused() {
    var large = "<alert><identifier>" + "x".repeat(10_000_000) + "</identifier></alert>";
    assertThat(text(READER.read(large.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("refused not-xml");
  }

  private static String text(CapRead read) {
    return switch (read) {
      case CapRead.Wrong(CapCode code, String field, String right) ->
          ("refused " + code.word() + " " + field).strip();
      case CapRead.Read(Warning warning) ->
          warning.act().name().toLowerCase(Locale.ROOT)
              + " "
              + (warning.items().isEmpty()
                  ? "-"
                  : warning.items().stream()
                      .map(CapReaderTest::text)
                      .collect(Collectors.joining(" + ")));
    };
  }

  private static String text(Item item) {
    var areas = item.areas().stream().map(AreaCode::text).collect(Collectors.joining(","));
    return item.kind() + " " + word(item.level()) + " " + areas;
  }

  private static String word(Level level) {
    return level.word().isEmpty() ? "无" : level.word();
  }
}

package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.directory.PersonId;

/**
 * The stored JSON texts of this package: {@code {"v":1,"<name>":…}}, written and read token by
 * token because every turn does it.
 */
final class Json {
  static final int VERSION = 1;

  /** Its buffers are shared: kept per thread they would be made anew on every virtual thread. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()).build();

  private Json() {}

  /** Writes what stands under the name. */
  interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  /** Reads what stands under the name; the parser is at its first token, and ends at its last. */
  interface Reading<T> {
    T from(JsonParser in) throws IOException;
  }

  static String write(String name, Writing body) {
    var buffers = FACTORY._getBufferRecycler();
    try (var text = new SegmentedStringWriter(buffers)) {
      try (var out = FACTORY.createGenerator(text)) {
        out.writeStartObject();
        out.writeNumberField("v", VERSION);
        out.writeFieldName(name);
        body.to(out);
        out.writeEndObject();
      }
      return text.getAndClear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      buffers.releaseToPool();
    }
  }

  /**
   * The parser's own words may hold a piece of the text, which is private: only the place stays.
   */
  static <T> T read(String text, String name, Reading<T> body) {
    try (var in = FACTORY.createParser(text)) {
      try {
        expect(in.nextToken() == JsonToken.START_OBJECT, in);
        expect("v".equals(in.nextFieldName()) && in.nextIntValue(0) == VERSION, in);
        expect(name.equals(in.nextFieldName()), in);
        in.nextToken();
        T value = body.from(in);
        expect(in.nextToken() == JsonToken.END_OBJECT && in.nextToken() == null, in);
        return value;
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "stored %s cannot be read at offset %d"
                .formatted(name, in.currentLocation().getCharOffset()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void expect(boolean holds, JsonParser in) throws IOException {
    if (!holds) {
      throw new JsonParseException(in, "unexpected");
    }
  }

  /**
   * Whether the object that is being read has another field; the parser then stands at its name.
   */
  static boolean another(JsonParser in) throws IOException {
    var token = in.nextToken();
    expect(token == JsonToken.FIELD_NAME || token == JsonToken.END_OBJECT, in);
    return token == JsonToken.FIELD_NAME;
  }

  /** The next field's name, which must be this one, and its text. */
  static String text(JsonParser in, String name) throws IOException {
    expect(name.equals(in.nextFieldName()), in);
    return value(in);
  }

  /** The text of the field whose name was read. */
  static String value(JsonParser in) throws IOException {
    var text = in.nextTextValue();
    expect(text != null, in);
    return text == null ? "" : text;
  }

  /** The next field's name, which must be this one, and its whole number. */
  static int number(JsonParser in, String name) throws IOException {
    expect(name.equals(in.nextFieldName()), in);
    expect(in.nextToken() == JsonToken.VALUE_NUMBER_INT, in);
    return in.getIntValue();
  }

  /** The word for a constant: {@code hand_over} for {@code HAND_OVER}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The next field's name, which must be this one, and the constant of its word. */
  static <E extends Enum<E>> E constant(JsonParser in, String name, E[] constants)
      throws IOException {
    var word = text(in, name);
    return Arrays.stream(constants)
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> new JsonParseException(in, "unexpected"));
  }

  static void writeInstant(String name, Instant at, JsonGenerator out) throws IOException {
    out.writeNumberField(name, at.toEpochMilli());
  }

  /** The next field's name, which must be this one, and its moment. */
  static Instant instant(JsonParser in, String name) throws IOException {
    expect(name.equals(in.nextFieldName()), in);
    expect(in.nextToken() == JsonToken.VALUE_NUMBER_INT, in);
    return Instant.ofEpochMilli(in.getLongValue());
  }

  /** The next field's name, which must be this one, and its person; empty text for none. */
  static Optional<PersonId> person(JsonParser in, String name) throws IOException {
    return Optional.of(text(in, name)).filter(id -> !id.isEmpty()).map(PersonId::new);
  }

  static void end(JsonParser in) throws IOException {
    expect(in.nextToken() == JsonToken.END_OBJECT, in);
  }

  /** The items of the array that the parser stands at. */
  static <T> List<T> list(JsonParser in, Reading<T> item) throws IOException {
    expect(in.currentToken() == JsonToken.START_ARRAY, in);
    var items = new ArrayList<T>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      expect(in.currentToken() != null, in);
      items.add(item.from(in));
    }
    return items;
  }
}

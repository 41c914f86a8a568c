package org.lanshao.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for texts in the bytes of files as another program would: in UTF-8 and both kinds of
 * UTF-16, and each of these in base64 at any of the three places where it can begin, plain or for
 * addresses.
 */
final class Traces {
  private static final List<Charset> CHARSETS = List.of(UTF_8, UTF_16LE, UTF_16BE);

  private Traces() {}

  /**
   * The texts that stand in some form in the files under this one, by file; none if it is clean.
   */
  static Map<String, List<String>> of(List<String> texts, Path files) throws IOException {
    var found = new TreeMap<String, List<String>>();
    try (var all = Files.walk(files)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var content = latin(file);
        var inside = texts.stream().filter(text -> stands(text, content)).toList();
        if (!inside.isEmpty()) {
          found.put(file.toString(), inside);
        }
      }
    }
    return found;
  }

  private static boolean stands(String text, String content) {
    return forms(text).stream().anyMatch(content::contains);
  }

  private static List<String> forms(String text) {
    var forms = new ArrayList<String>();
    for (Charset charset : CHARSETS) {
      var bytes = text.getBytes(charset);
      forms.add(new String(bytes, ISO_8859_1));
      for (int before = 0; before < 3; before++) {
        var coded = coded(bytes, before);
        forms.add(coded);
        forms.add(coded.replace('+', '-').replace('/', '_'));
      }
    }
    return forms;
  }

  /**
   * What of the base64 of a longer text these bytes alone decide, so many bytes after its start.
   */
  private static String coded(byte[] bytes, int before) {
    var shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    var whole = Arrays.copyOf(shifted, shifted.length - shifted.length % 3);
    var text = Base64.getEncoder().encodeToString(whole);
    return before == 0 ? text : text.substring(4);
  }

  /** One character for each byte, so that bytes can be looked for as text. */
  private static String latin(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (NoSuchFileException gone) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

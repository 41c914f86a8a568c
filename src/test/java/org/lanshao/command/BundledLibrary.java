package org.lanshao.command;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.RangeText;
import org.lanshao.directory.Role;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Marks;
import org.lanshao.form.Phrase;
import org.lanshao.form.Schema;
import org.lanshao.form.Template;
import org.lanshao.form.Wording;

/** The bundled forms, with the bundled texts of commands or with texts that show their slots. */
final class BundledLibrary {
  private static final Path FOLDER = Path.of("conversations");
  static final Schema SCHEMA =
      new Schema(
          Arrays.stream(Role.values()).map(Role::word).collect(Collectors.toSet()),
          Set.of(),
          Set.of());

  /** The three forms, and those that hazards, needs and emergencies need. */
  private static final List<String> FILES =
      List.of(
          "visit",
          "publicity",
          "emergency",
          "revisit",
          "hazard",
          "rectification",
          "need",
          "need_result",
          "lists");

  private BundledLibrary() {}

  /** What people see. */
  static Library spoken() {
    var sections =
        Stream.of("marks", "range", "command").map(BundledLibrary::section).collect(joining());
    return read(Map.of("wording.yaml", sections), phrases());
  }

  /** The lines of one section of the wording. */
  private static String section(String name) {
    var from = text("wording.yaml").replaceFirst("(?s).*\n(?=" + name + ":)", "");
    return from.replaceFirst("(?s)\n(?=[a-z]+:).*", "\n");
  }

  private static Set<Phrase> phrases() {
    return Stream.of(Marks.values(), RangeText.phrases(), CommandWords.values())
        .flatMap(Arrays::stream)
        .collect(Collectors.toSet());
  }

  /** With every phrase as its key and slots, so that tests see which was said. */
  static Library keys() {
    var texts = phrases().stream().collect(Collectors.toMap(Phrase::key, BundledLibrary::template));
    return new Library(forms(), new Wording(texts));
  }

  private static Template template(Phrase words) {
    var shown =
        words.slots().stream().sorted().filter(s -> Set.of("word", "date", "area").contains(s));
    var slots =
        shown.flatMap(
            s -> Stream.of(new Template.Piece.Words(" " + s + "="), new Template.Piece.Slot(s)));
    var key = new Template.Piece.Words(words.key().replace("command.", ""));
    return new Template(Stream.<Template.Piece>concat(Stream.of(key), slots).toList());
  }

  private static List<Form> forms() {
    return read(Map.of(), Set.of()).forms();
  }

  /** The texts of the forms by the names of their files. */
  static Map<String, String> files() {
    return FILES.stream()
        .collect(Collectors.toMap(name -> name + ".yaml", name -> text(name + ".yaml")));
  }

  private static Library read(Map<String, String> more, Set<Phrase> phrases) {
    var files = new TreeMap<>(more);
    files.putAll(files());
    var result = FormReader.read(files, SCHEMA, phrases);
    var order = List.of("visit", "publicity", "emergency");
    var library = result.library().orElseThrow(() -> new AssertionError(result.mistakes()));
    return new Library(
        library.forms().stream()
            .filter(form -> order.contains(form.id().text()))
            .sorted(Comparator.comparing(form -> order.indexOf(form.id().text())))
            .toList(),
        library.wording());
  }

  private static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

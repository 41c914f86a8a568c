package org.lanshao.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lanshao.alert.Plans;
import org.lanshao.alert.PlansReader;
import org.lanshao.command.FigureReader;
import org.lanshao.directory.Directory;
import org.lanshao.directory.DirectoryRead;
import org.lanshao.directory.DirectoryReader;
import org.lanshao.directory.FormAreas;
import org.lanshao.form.FormReader;
import org.lanshao.form.FormSource;
import org.lanshao.form.Library;
import org.lanshao.form.Line;
import org.lanshao.form.Mistake;
import org.lanshao.form.Mistakes;
import org.lanshao.season.Reminders;

/**
 * What people write, read and checked.
 *
 * @param library forms and wording
 * @param directory areas, people and groups
 * @param plans by which alerts climb
 * @param reminders seasons, and what goes out by them
 * @param forms the reading that the library came of
 */
record Written(
    Library library, Directory directory, Plans plans, Reminders reminders, FormsRead forms) {
  private static final Pattern MISNAMED =
      Pattern.compile("(?i).*\\.ya?ml(?:\\.txt)?(?<!\\.(?-i:yaml))");

  /** What works in the forms but could be better. */
  List<Mistake> hints() {
    return forms.result().hints();
  }

  /** Where the parts of the forms stand. */
  List<FormSource> sources() {
    return forms.result().sources();
  }

  /**
   * Reads both folders.
   *
   * @param outside what the directory refers to
   * @param mistakes all that is wrong in any of the files
   * @return empty if anything is wrong
   */
  static Optional<Written> read(
      Settings.Files files, DirectoryReader.Outside outside, Mistakes mistakes) {
    var directory = directory(files.directory(), outside, mistakes);
    var forms = FormsRead.of(files.conversations(), mistakes);
    return forms.flatMap(read -> directory.flatMap(people -> of(read, people, files, mistakes)));
  }

  private static Optional<Written> of(
      FormsRead forms, Directory directory, Settings.Files files, Mistakes mistakes) {
    var read = forms.result();
    var misplaced = new Mistakes();
    new FormAreas(directory).check(read.sources(), misplaced);
    var kinds = read.library().map(library -> library.danger().kinds().keySet());
    var plans = plans(files.alerts(), kinds.orElse(Set.of()), directory, misplaced);
    read.library()
        .ifPresent(
            library -> new FigureReader(directory, library).check(library.reports(), misplaced));
    var reminders = RemindersFiles.read(files, directory, misplaced);
    mistakes.addAll(misplaced.sorted());
    return read.library()
        .filter(library -> misplaced.isEmpty())
        .map(library -> new Written(library, directory, plans, reminders, forms));
  }

  /** The plans of the file; the usual ones where there is none and none was asked for. */
  private static Plans plans(Path file, Set<String> kinds, Directory directory, Mistakes mistakes) {
    if (!Files.exists(file) && file.equals(Settings.Files.ALERTS)) {
      return Plans.USUAL;
    }
    return text(file, mistakes)
        .map(text -> PlansReader.read(file.toString(), text, kinds, directory, mistakes))
        .orElse(Plans.USUAL);
  }

  /** Reads a folder of forms and wording; empty when a file cannot be read. */
  static Optional<FormReader.Result> forms(Path folder, Mistakes mistakes) {
    var before = new Mistakes();
    var texts = new TreeMap<String, String>();
    for (Path file : conversations(folder, before)) {
      text(file, before).ifPresent(text -> texts.put(file.toString(), text));
    }
    mistakes.addAll(before.sorted());
    var read = FormReader.read(texts, Vocabulary.schema(), Vocabulary.phrases());
    mistakes.addAll(read.mistakes());
    var hints = new ArrayList<>(misnamed(folder));
    hints.addAll(read.hints());
    return before.isEmpty()
        ? Optional.of(new FormReader.Result(read.library(), read.mistakes(), hints, read.sources()))
        : Optional.empty();
  }

  /** Files that were meant to be read and are not: as editors name them that do not know YAML. */
  private static List<Mistake> misnamed(Path folder) {
    return list(folder, "", new Mistakes()).stream()
        .filter(file -> MISNAMED.matcher(file.getFileName().toString()).matches())
        .map(
            file ->
                Line.of(file.toString())
                    .wrong(SettingsCode.UNREADABLE, "没有读这个文件。", "要读就改名，以 .yaml 结尾，例如 visit.yaml。"))
        .toList();
  }

  /** The files of a folder of forms and wording, and of its folder of reports if it has one. */
  static List<Path> conversations(Path folder, Mistakes mistakes) {
    var reports = folder.resolve("reports");
    var files = new ArrayList<>(list(folder, ".yaml", mistakes));
    files.addAll(Files.isDirectory(reports) ? list(reports, ".md", mistakes) : List.of());
    return files;
  }

  private static Optional<Directory> directory(
      Path folder, DirectoryReader.Outside outside, Mistakes mistakes) {
    var files = new TreeMap<String, byte[]>();
    for (Path file : list(folder, ".csv", mistakes)) {
      bytes(file, mistakes).ifPresent(bytes -> files.put(file.getFileName().toString(), bytes));
    }
    return switch (DirectoryReader.read(folder.toString(), files, outside)) {
      case DirectoryRead.Valid(Directory directory) -> Optional.of(directory);
      case DirectoryRead.Invalid(var wrong) -> {
        mistakes.addAll(wrong);
        yield Optional.empty();
      }
    };
  }

  /**
   * The files of a folder whose names end so, in order; none and a mistake if it cannot be read.
   */
  static List<Path> list(Path folder, String ending, Mistakes mistakes) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> isNamed(file, ending)).sorted().toList();
    } catch (IOException unreadable) {
      mistakes.add(
          SettingsCode.UNREADABLE, Line.of(folder.toString()), "读不到这个文件夹。", "检查设置里的路径和权限。");
      return List.of();
    }
  }

  /** Whether a name ends so; hidden files are what editors leave while somebody writes. */
  static boolean isNamed(Path file, String ending) {
    var name = file.getFileName().toString();
    return name.endsWith(ending) && !name.startsWith(".");
  }

  /** A file's text; empty and a mistake if it cannot be read. */
  static Optional<String> text(Path file, Mistakes mistakes) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IOException("no file");
      }
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException notUtf8) {
      mistakes.add(
          SettingsCode.UNREADABLE, Line.of(file.toString()), "文件不是 UTF-8。", "另存为 UTF-8 编码。");
    } catch (IOException unreadable) {
      mistakes.add(
          SettingsCode.UNREADABLE,
          Line.of(file.toString()),
          Files.isDirectory(file) ? "这是文件夹，不是文件。" : "读不到这个文件。",
          Files.isDirectory(file) ? "把它移到别处，或者改名。" : "检查权限。");
    }
    return Optional.empty();
  }

  private static Optional<byte[]> bytes(Path file, Mistakes mistakes) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      mistakes.add(SettingsCode.UNREADABLE, Line.of(file.toString()), "读不到这个文件。", "检查权限。");
      return Optional.empty();
    }
  }
}

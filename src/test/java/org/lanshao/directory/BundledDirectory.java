package org.lanshao.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The directory that comes with the project, for tests of all packages. */
public final class BundledDirectory {
  /** Its folder. */
  public static final Path FOLDER = Path.of("config", "directory");

  private static final Directory READ = readAll();

  private BundledDirectory() {}

  /** Its three files by name. */
  public static Map<String, byte[]> files() {
    var files = new LinkedHashMap<String, byte[]>();
    for (String name : List.of("areas.csv", "people.csv", "groups.csv")) {
      try {
        files.put(name, Files.readAllBytes(FOLDER.resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** The directory; a mistake in its files is an error. */
  public static Directory read() {
    return READ;
  }

  private static Directory readAll() {
    return switch (DirectoryReader.read(
        "config/directory", files(), new DirectoryReader.Outside(Map.of(), SendAdvice.NONE))) {
      case DirectoryRead.Valid(Directory directory) -> directory;
      case DirectoryRead.Invalid(var mistakes) -> throw new AssertionError(mistakes);
    };
  }
}

package org.lanshao.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Tables of cases beside the tests: one case a line, columns parted by tabs, # for remarks. */
public final class Tables {
  private Tables() {}

  /** The rows of {@code <name>.tsv} beside this class, each with this many columns. */
  public static List<String[]> rows(Class<?> beside, String name, int columns) {
    try (var in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.copyOf(split(line, columns), columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] split(String line, int columns) {
    var cells = line.split("\t", -1);
    if (cells.length != columns) {
      throw new IllegalArgumentException("%d columns expected: %s".formatted(columns, line));
    }
    return cells;
  }
}

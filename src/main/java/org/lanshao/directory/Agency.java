package org.lanshao.directory;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a town's government that works beside its station (部门): 三防办, 民政办, 派出所, 石巷村委. The
 * directory says which there are, as it does of areas: by their names.
 *
 * @param name 2 to 12 letters, no spaces
 */
public record Agency(String name) {
  private static final Pattern NAME = Pattern.compile("\\p{L}{2,12}");
  private static final Pattern KIND = Pattern.compile("(?<=..)(?:办公室|办|所|局|委)$");

  /** Checks the name: it becomes part of keys. */
  public Agency {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of an agency");
    }
  }

  /** The agency of this name; empty where it cannot be one. */
  public static Optional<Agency> of(String name) {
    return Optional.of(name).filter(NAME.asMatchPredicate()).map(Agency::new);
  }

  /** Whether somebody who says this means it: its name, or that without 办, 所, 局. */
  public boolean isCalled(String said) {
    return KIND.matcher(name).replaceFirst("").equals(KIND.matcher(said).replaceFirst(""));
  }

  @Override
  public String toString() {
    return name;
  }
}

package org.lanshao.form;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong in the files that people write, so that all of it is told at once. The
 * same mistake found twice is kept once. For one thread.
 */
public final class Mistakes {
  private final Set<Mistake> found = new LinkedHashSet<>();

  /** Keeps a mistake. */
  public void add(Code code, Line at, String problem, String remedy) {
    found.add(at.wrong(code, problem, remedy));
  }

  /** Keeps all of these. */
  public void addAll(Collection<Mistake> mistakes) {
    found.addAll(mistakes);
  }

  /** Whether nothing was wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found, by file and line. */
  public List<Mistake> sorted() {
    return found.stream().sorted().toList();
  }
}

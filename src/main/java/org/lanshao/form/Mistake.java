package org.lanshao.form;

/**
 * Something wrong in a file that people write: where, what, and what would be right.
 *
 * @param code what kind of mistake it is
 * @param file the file's path as its writer knows it
 * @param line from 1; 0 when the mistake has no line (a file that is missing)
 * @param problem one Chinese sentence: what is wrong
 * @param remedy one Chinese sentence: what would be right
 */
public record Mistake(Code code, String file, int line, String problem, String remedy)
    implements Comparable<Mistake> {
  /** The file's name without its folders: nodes may keep their files in different ones. */
  public String fileName() {
    return file.replaceFirst("^.*[/\\\\]", "");
  }

  @Override
  public int compareTo(Mistake other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return "%s:%d: %s %s %s".formatted(file, line, code.text(), problem, remedy);
  }
}

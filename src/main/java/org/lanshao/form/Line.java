package org.lanshao.form;

/**
 * Where something stands in a file that people write.
 *
 * @param file the file's path as its writer knows it
 * @param number from 1; 0 when it is about the file as a whole
 */
public record Line(String file, int number) {
  /** The file as a whole. */
  public static Line of(String file) {
    return new Line(file, 0);
  }

  /** Something wrong here, as one Chinese sentence, and what would be right, as another. */
  public Mistake wrong(Code code, String problem, String remedy) {
    return new Mistake(code, file, number, problem, remedy);
  }
}

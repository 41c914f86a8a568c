package org.lanshao.directory;

/** The code of an area, such as 445381101. Codes of different lengths do not imply a parent. */
public record AreaCode(String text) {
  @Override
  public String toString() {
    return text;
  }
}

package org.lanshao.directory;

/** The id of a group in the directory. */
public record GroupId(String text) {
  @Override
  public String toString() {
    return text;
  }
}

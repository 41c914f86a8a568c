package org.lanshao.directory;

/** The id of a person in the directory. It carries no name and may stand in logs. */
public record PersonId(String text) {
  @Override
  public String toString() {
    return text;
  }
}

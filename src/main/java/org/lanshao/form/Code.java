package org.lanshao.form;

/**
 * The kind of a mistake, by a code that never changes and never comes to mean another, so that it
 * can be looked up in the guide. Each package lists its own as an enum.
 */
public interface Code {
  /** The code as people see it, such as {@code L201}. */
  String text();
}

package org.lanshao.count;

import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;

/** Whose records are counted. */
public sealed interface Scope {
  /** All of an area, whatever its level. */
  record InArea(AreaCode area) implements Scope {}

  /** Those that one person filed. */
  record ByPerson(PersonId person) implements Scope {}
}

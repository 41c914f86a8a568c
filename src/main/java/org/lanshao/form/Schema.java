package org.lanshao.form;

import java.util.Set;

/**
 * What a form may refer to outside itself.
 *
 * @param roles the names of the roles that {@code who} may list
 */
public record Schema(Set<String> roles) {
  /** Copies the set. */
  public Schema {
    roles = Set.copyOf(roles);
  }
}

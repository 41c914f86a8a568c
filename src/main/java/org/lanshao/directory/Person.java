package org.lanshao.directory;

import java.util.Map;

/**
 * Somebody who may talk to the desk.
 *
 * @param id theirs for ever
 * @param name private: never in logs
 * @param role what they may do
 * @param area where they may do it
 * @param accounts their account by kind of channel ({@code wecom}, {@code dingtalk}, {@code
 *     feishu}), as written in the file; matched ignoring case
 * @param phone private; empty text if none
 * @param language such as {@code zh}
 */
public record Person(
    PersonId id,
    String name,
    Role role,
    AreaCode area,
    Map<String, String> accounts,
    String phone,
    String language) {
  /** Copies the map. */
  public Person {
    accounts = Map.copyOf(accounts);
  }

  /** The id alone: a person printed by mistake tells nothing private. */
  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}

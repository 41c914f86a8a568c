package org.lanshao.directory;

import java.util.Map;
import java.util.Optional;

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
 * @param left whether they left: they may do nothing and are told nothing, but records keep their
 *     name
 * @param agency for which they are an officer of a town; empty for everybody else
 */
public record Person(
    PersonId id,
    String name,
    Role role,
    AreaCode area,
    Map<String, String> accounts,
    String phone,
    String language,
    boolean left,
    Optional<Agency> agency) {
  /** Somebody who works here. */
  public Person(
      PersonId id,
      String name,
      Role role,
      AreaCode area,
      Map<String, String> accounts,
      String phone,
      String language) {
    this(id, name, role, area, accounts, phone, language, false, Optional.empty());
  }

  /** Copies the map. */
  public Person {
    accounts = Map.copyOf(accounts);
  }

  /** As {@link Directory#account}, whether they left or not. */
  public Optional<String> account(String kind) {
    var own = kind.equals("sandbox") ? id.text() : "";
    return Optional.of(accounts.getOrDefault(kind, own)).filter(account -> !account.isEmpty());
  }

  /** The same, working in another area. */
  public Person in(AreaCode other) {
    return new Person(id, name, role, other, accounts, phone, language, left, agency);
  }

  /** The same, having left or working here again. */
  public Person left(boolean gone) {
    return new Person(id, name, role, area, accounts, phone, language, gone, agency);
  }

  /** The same, of this agency; empty: of none. */
  public Person of(Optional<Agency> other) {
    return new Person(id, name, role, area, accounts, phone, language, left, other);
  }

  /** The id alone: a person printed by mistake tells nothing private. */
  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}

package org.lanshao.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How people whom records name are called where they must not be named whole: 张*, and who is on
 * file and under age 儿童A. One is made for each answer or book, as {@link Masks} is; for one thread.
 */
public final class Named {
  private final Register register;
  private final Masks masks = new Masks();
  private final Map<FileNumber, Client> clients = new HashMap<>();

  /** By this register. */
  public Named(Register register) {
    this.register = register;
  }

  /**
   * Somebody of a record.
   *
   * @param number their own on file, or that of their household; empty when they are not on file
   * @param day of the record
   */
  public String of(String name, Optional<String> number, LocalDate day) {
    return number
        .flatMap(FileNumber::read)
        .flatMap(file -> client(file, name))
        .map(client -> masks.person(client, day))
        .orElseGet(() -> Masks.name(name));
  }

  private Optional<Client> client(FileNumber file, String name) {
    var own =
        register.household(file).stream()
            .flatMap(home -> home.clients().stream())
            .filter(client -> client.name().equals(name))
            .findFirst();
    return own.isPresent() ? own : Optional.ofNullable(byNumber().get(file));
  }

  /** All people on file by their own numbers: put together when the first one is asked for. */
  private Map<FileNumber, Client> byNumber() {
    if (clients.isEmpty()) {
      register.households().stream()
          .flatMap(home -> home.clients().stream())
          .forEach(client -> clients.put(client.number(), client));
    }
    return clients;
  }
}

package org.lanshao.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people whom records name are called where they must not be named whole: 张*, and who is on
 * file and under age 儿童A. One is made for each answer or book, as {@link Masks} is; for one thread.
 */
public final class Named {
  /** The number that may stand behind a name. */
  private static final String ON_FILE = "(?:（([0-9A-Z-]+)）)?";

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

  /**
   * Words about somebody, as {@link #of} calls them. Where the words say under which number they
   * are on file, as in 张三（J12）, they are known by it, and it is left out.
   *
   * @param name as it stands in the words; empty where they are about nobody
   * @param day of the record that says so
   */
  public String in(String words, String name, LocalDate day) {
    if (name.isEmpty()) {
      return words;
    }
    return Pattern.compile(Pattern.quote(name) + ON_FILE)
        .matcher(words)
        .replaceAll(
            said -> Matcher.quoteReplacement(of(name, Optional.ofNullable(said.group(1)), day)));
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

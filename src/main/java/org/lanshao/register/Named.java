package org.lanshao.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How people whom records name are called where they must not be named whole: 张*, and who is on
 * file and under age 儿童A. One is made for each answer or book, as {@link Masks} is; for one thread.
 */
public final class Named {
  /** The number that may stand behind a name. */
  private static final Pattern ON_FILE = Pattern.compile("（([0-9A-Z-]+)）");

  /** Names on file are sought that are at least so long, and at most. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 8;

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
   * @param number their own on file, or that of their household; empty when it was not told: then
   *     whoever is on file by that name, a child before others
   * @param day of the record
   */
  public String of(String name, Optional<String> number, LocalDate day) {
    return number
        .flatMap(FileNumber::read)
        .flatMap(file -> client(file, name))
        .or(() -> child(name, day))
        .map(client -> masks.person(client, day))
        .orElseGet(() -> Masks.name(name));
  }

  private Optional<Client> child(String name, LocalDate day) {
    var key = NameKey.of(name);
    return register.named(name, anywhere -> true).stream()
        .flatMap(home -> home.clients().stream())
        .filter(client -> NameKey.of(client.name()).equals(key) && client.isMinor(day))
        .findFirst();
  }

  /**
   * Words in which nobody is named whole: neither whom they are about nor anybody on file, as
   * {@link #of} calls them. Where the words say under which number they are on file, as in 张三（J12）,
   * they are known by it, and it is left out.
   *
   * @param name of whom they are about; empty where they are about nobody
   * @param day of the record that says so
   */
  public String in(String words, String name, LocalDate day) {
    var told = new StringBuilder();
    int at = 0;
    while (at < words.length()) {
      int end = endOfName(words, at, name);
      if (end == at) {
        told.append(words.charAt(at++));
      } else {
        var number = ON_FILE.matcher(words).region(end, words.length());
        boolean numbered = number.lookingAt();
        var file = numbered ? Optional.of(number.group(1)) : Optional.<String>empty();
        told.append(of(words.substring(at, end), file, day));
        at = numbered ? number.end() : end;
      }
    }
    return told.toString();
  }

  /** Where the longest name ends that begins here; here where none does. */
  private int endOfName(String words, int at, String name) {
    int least = !name.isEmpty() && words.startsWith(name, at) ? at + name.length() : at;
    for (int end = Math.min(words.length(), at + LONGEST); end >= at + SHORTEST; end--) {
      if (end > least && isName(words.substring(at, end))) {
        return end;
      }
    }
    return least;
  }

  /** Signs around a name are none of it, although a name is known with them. */
  private boolean isName(String text) {
    return Character.isLetterOrDigit(text.charAt(0))
        && Character.isLetterOrDigit(text.charAt(text.length() - 1))
        && register.knows(text);
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

package org.lanshao.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How private things are shown where they must not be shown whole. One is made for each list, for
 * it counts the children in it: 儿童A, 儿童B.
 */
public final class Masks {
  private static final int LETTERS = 26;

  private final Map<FileNumber, String> children = new HashMap<>();

  /** 张三 as 张*; empty text for nobody. */
  public static String name(String name) {
    return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
  }

  /** 13800005678 as 138****5678; what is too short for that as stars. */
  public static String phone(String phone) {
    return phone.length() < 8
        ? "*".repeat(phone.length())
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }

  /** The last four signs of an identity number, in private alone: ****002X. */
  public static String idNumber(String number) {
    return number.length() < 8 ? "" : "****" + number.substring(number.length() - 4);
  }

  /** A person: 张*, and who is under age on the day as 儿童A, the same one always by the same. */
  public String person(Client client, LocalDate day) {
    return client.isMinor(day)
        ? children.computeIfAbsent(client.number(), number -> child(children.size()))
        : name(client.name());
  }

  /** The head of a household: 张*, and who is on file and under age on the day as 儿童A. */
  public String head(Household household, LocalDate day) {
    return household.clients().stream()
        .filter(client -> client.name().equals(household.head()))
        .findFirst()
        .map(client -> person(client, day))
        .orElseGet(() -> name(household.head()));
  }

  /** 儿童A to 儿童Z, then 儿童27. */
  private static String child(int place) {
    return "儿童" + (place < LETTERS ? Character.toString('A' + place) : place + 1);
  }

  /** A field's text as it may be shown to who may not see all. */
  public static String text(Field field, String text) {
    return switch (field.kind()) {
      case PHONE -> phone(text);
      case ID_NUMBER -> idNumber(text);
      case NAMES -> "";
      case TEXT, AREA, NUMBER, DAYS, DAY -> text;
    };
  }
}

package org.lanshao.channel.wecom;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which areas the departments of an organisation stand for. Their numbers are its own.
 *
 * @param numberToArea the code of the area by the department's number, both as text
 */
public record Departments(Map<String, String> numberToArea) {
  /** Departments that say nothing of where somebody works. */
  public static final Departments NONE = new Departments(Map.of());

  /** Copies the map. */
  public Departments {
    numberToArea = Map.copyOf(numberToArea);
  }

  /**
   * The area of a member: of their main department, else the one area of all of them; empty text
   * when these stand for none, or for several.
   *
   * @param main the number of the main department; empty text if none was told
   * @param all the numbers of all, between commas; empty text likewise
   */
  String area(String main, String all) {
    List<String> areas =
        Arrays.stream(all.split(","))
            .map(String::strip)
            .flatMap(number -> Optional.ofNullable(numberToArea.get(number)).stream())
            .distinct()
            .toList();
    return Optional.ofNullable(numberToArea.get(main.strip()))
        .orElse(areas.size() == 1 ? areas.getFirst() : "");
  }
}

package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;

/** Finds the areas that a notice is for in what somebody typed or pasted. */
final class NoticePlaces {
  private static final Pattern BETWEEN = Pattern.compile("[\\s、,，;；和及]+");
  private static final Pattern OFFICE = Pattern.compile("^(?:气象|三防|应急|人民政府|政府|自然资源|水务|市三防)");
  private static final List<String> ALL = List.of("全市", "全县", "全区", "全镇");
  private static final String SUFFIXES = "镇道县区市村";

  private final Directory directory;
  private final AreaCode near;

  NoticePlaces(Directory directory, AreaCode near) {
    this.directory = directory;
    this.near = near;
  }

  /** What was found. */
  sealed interface Places {
    /**
     * These areas.
     *
     * @param rest the words that are no names
     */
    record Areas(Set<AreaCode> areas, String rest) implements Places {}

    /** A name that several areas have, and these names tell them apart. */
    record Several(String name, String names) implements Places {}
  }

  /** The areas that are named between spaces, first; no area when none is. */
  Places words(String text) {
    var areas = new LinkedHashSet<AreaCode>();
    var rest = new ArrayList<String>();
    for (String word : BETWEEN.split(text.strip())) {
      switch (word.isEmpty() ? new Found.Nothing() : directory.find(word, near)) {
        case Found.One(Area area) -> areas.add(area.code());
        case Found.Several(List<Area> several) -> {
          return new Places.Several(word, names(several));
        }
        case Found.Nothing() -> rest.add(word);
      }
    }
    return new Places.Areas(areas, String.join(" ", rest).strip());
  }

  private String names(List<Area> several) {
    return several.stream().map(directory::fullName).collect(Collectors.joining("、"));
  }

  /** The areas whose whole names stand anywhere in an official text; of offices only if alone. */
  Places prose(String text) {
    Set<AreaCode> offices = new LinkedHashSet<>();
    Set<AreaCode> said = new LinkedHashSet<>();
    for (int at = 0; at < text.length(); at++) {
      int end = endOfName(text, at);
      if (end > at) {
        boolean office = OFFICE.matcher(text.substring(end)).find();
        switch (directory.find(text.substring(at, end), near)) {
          case Found.One(Area area) -> (office ? offices : said).add(area.code());
          case Found.Several(List<Area> several) -> {
            return new Places.Several(text.substring(at, end), names(several));
          }
          case Found.Nothing() -> {}
        }
        at = end - 1;
      }
    }
    return new Places.Areas(said.isEmpty() ? offices : said, text);
  }

  private int endOfName(String text, int at) {
    for (String all : ALL) {
      if (text.startsWith(all, at)) {
        return at + all.length();
      }
    }
    int end = directory.endOfNameAt(text, at);
    return end > at && SUFFIXES.indexOf(text.charAt(end - 1)) >= 0 ? end : at;
  }
}

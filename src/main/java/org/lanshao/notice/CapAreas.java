package org.lanshao.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;

/**
 * Which areas of the directory a warning means: by geocode (GB/T 2260, with or without the zeros
 * that stand for all below), or where it has none by name or alias. A code of the province means
 * the whole city; areas of other cities are left out as long as one of ours is there.
 */
public final class CapAreas {
  private static final Pattern BETWEEN = Pattern.compile("[、,，;；和及以\\s]+");
  private static final Pattern ZEROS = Pattern.compile("(?:0{3})+$");

  private final Directory directory;
  private final Area city;

  /** Of a directory, whose widest area is what a warning may be wider than. */
  public CapAreas(Directory directory) {
    this.directory = directory;
    this.city =
        directory.areas().stream()
            .filter(area -> area.parent().isEmpty())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("a directory without a city"));
  }

  Set<AreaCode> of(List<XmlNode> nodes) throws CapWrong {
    if (nodes.isEmpty()) {
      throw new CapWrong(CapCode.MISSING, "area");
    }
    var found = new LinkedHashSet<AreaCode>();
    for (XmlNode node : nodes) {
      var name = node.text("areaDesc").orElseThrow(() -> new CapWrong(CapCode.MISSING, "areaDesc"));
      var codes = codes(node);
      found.addAll(codes.isEmpty() ? named(name) : coded(codes));
    }
    if (found.isEmpty()) {
      throw new CapWrong(CapCode.NO_AREA, "area");
    }
    return found;
  }

  private static List<String> codes(XmlNode node) {
    return node.all("geocode").stream()
        .map(code -> code.text("value").orElse(code.text()))
        .flatMap(codes -> BETWEEN.splitAsStream(codes))
        .filter(code -> !code.isEmpty())
        .toList();
  }

  private Set<AreaCode> coded(List<String> codes) throws CapWrong {
    var found = new LinkedHashSet<AreaCode>();
    for (String code : codes) {
      coded(code).ifPresent(found::add);
    }
    return found;
  }

  private Optional<AreaCode> coded(String code) throws CapWrong {
    if (!code.matches("\\d{2,12}")) {
      throw new CapWrong("geocode", "要写2到12位数字的行政区划代码，如 445381");
    }
    for (int length = code.length(); length >= 6; length -= 3) {
      var area = new AreaCode(code.substring(0, length));
      boolean rest = ZEROS.matcher(code.substring(length)).matches();
      if ((length == code.length() || rest) && directory.area(area).isPresent()) {
        return Optional.of(area);
      }
    }
    var own = city.code().text();
    var bare = code.replaceFirst("0+$", "");
    if (own.startsWith(bare)) {
      return Optional.of(city.code());
    }
    if (code.startsWith(own.substring(0, 4))) {
      throw new CapWrong(CapCode.UNKNOWN_AREA, "geocode");
    }
    return Optional.empty();
  }

  private Set<AreaCode> named(String names) throws CapWrong {
    var found = new LinkedHashSet<AreaCode>();
    for (String name : BETWEEN.split(names)) {
      if (!name.isEmpty()) {
        found.add(named(name, city.code()));
      }
    }
    return found;
  }

  private AreaCode named(String name, AreaCode near) throws CapWrong {
    return switch (directory.find(name, near)) {
      case Found.One(Area area) -> area.code();
      case Found.Several several -> throw new CapWrong(CapCode.AMBIGUOUS_AREA, "areaDesc");
      case Found.Nothing nothing -> throw new CapWrong(CapCode.UNKNOWN_AREA, "areaDesc");
    };
  }
}

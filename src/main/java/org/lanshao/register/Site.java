package org.lanshao.register;

import java.util.HashMap;
import java.util.Map;
import org.lanshao.directory.AreaCode;

/**
 * A site that is looked after: a water, a low-lying spot, a river bank, a shelter.
 *
 * @param number its own for ever
 * @param fields what is on file; what is not is left out. The area and the name are always there
 */
public record Site(FileNumber number, Map<SiteField, String> fields) {
  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException without area or name
   */
  public Site {
    fields = Map.copyOf(fields);
    if (!fields.containsKey(SiteField.AREA) || !fields.containsKey(SiteField.NAME)) {
      throw new IllegalArgumentException("a site without area or name");
    }
  }

  /** What is on file; empty text for nothing. */
  public String get(SiteField field) {
    return fields.getOrDefault(field, "");
  }

  /** Where it is. */
  public AreaCode area() {
    return new AreaCode(get(SiteField.AREA));
  }

  /** Its name. */
  public String name() {
    return get(SiteField.NAME);
  }

  /** The same with another text in a field; an empty one takes it away. */
  public Site with(SiteField field, String text) {
    var next = new HashMap<>(fields);
    if (text.isEmpty()) {
      next.remove(field);
    } else {
      next.put(field, text);
    }
    return new Site(number, next);
  }

  /** The number alone. */
  @Override
  public String toString() {
    return "Site[" + number + "]";
  }
}

package org.lanshao.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;

/** Who can be played on the page, and which groups there are, as JSON. */
final class SandboxPeople {
  private SandboxPeople() {}

  /** {@code [{"id":"p1","name":…,"role":"worker","area":"太平镇"}]}. */
  static String people(Directory directory) {
    var all = JsonNodeFactory.instance.arrayNode();
    directory
        .people()
        .forEach(
            person ->
                all.addObject()
                    .put("id", person.id().text())
                    .put("name", person.name())
                    .put("role", person.role().word())
                    .put("area", areaName(directory, person.area())));
    return all.toString();
  }

  /**
   * {@code [{"id":"g1","name":…,"area":…,"hear":"g1","send":"g1"}]}: the groups of this channel. Of
   * the sandbox alone, whose addresses hold no secrets.
   */
  static String groups(Directory directory, String channel) {
    var all = JsonNodeFactory.instance.arrayNode();
    directory.groups().stream()
        .filter(group -> group.channel().equals(channel))
        .forEach(
            group ->
                all.addObject()
                    .put("id", group.id().text())
                    .put("name", group.name())
                    .put("area", areaName(directory, group.area()))
                    .put("hear", group.hear())
                    .put("send", group.send()));
    return all.toString();
  }

  private static String areaName(Directory directory, AreaCode code) {
    return directory.area(code).map(directory::fullName).orElse(code.text());
  }
}

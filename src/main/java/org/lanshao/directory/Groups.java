package org.lanshao.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of a directory, by id and by where they are heard. Immutable. */
final class Groups {
  private final List<Group> all;
  private final Map<GroupId, Group> idToGroup;
  private final Map<Heard, Group> heardToGroup = new HashMap<>();

  /**
   * These.
   *
   * @throws IllegalArgumentException when an id is there twice
   */
  Groups(List<Group> all) {
    this.all = List.copyOf(all);
    this.idToGroup = Index.of(this.all, Group::id);
    this.all.stream()
        .filter(group -> !group.hear().isEmpty())
        .forEach(group -> heardToGroup.put(new Heard(group.channel(), group.hear()), group));
  }

  /** All of them, in the order given. */
  List<Group> all() {
    return all;
  }

  /** As {@link Directory#group}. */
  Optional<Group> group(GroupId id) {
    return Optional.ofNullable(idToGroup.get(id));
  }

  /** As {@link Directory#heard}. */
  Optional<Group> heard(String channel, String chat) {
    return Optional.ofNullable(heardToGroup.get(new Heard(channel, chat)));
  }

  /** A chat id on a channel. */
  private record Heard(String channel, String chat) {}
}

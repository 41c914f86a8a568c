package org.lanshao.desk.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;

/**
 * Somebody, or a group, whose name is called.
 *
 * @param key within a roll call: {@code p:<person id>} or {@code g:<group id>}
 * @param name as people know it
 * @param group which group it is; empty for somebody
 * @param language in which it is called
 * @param address where; empty when there is none
 */
record Called(
    String key, String name, Optional<Group> group, String language, Optional<Address> address) {
  /** Where a message can be sent. */
  record Address(ChannelName channel, Outbound.Target target) {}

  boolean isGroup() {
    return group.isPresent();
  }

  /**
   * Everybody and every group of an area, people first.
   *
   * @param channel through which people are called
   * @param kind of that channel
   */
  static List<Called> in(AreaCode area, Directory directory, ChannelName channel, String kind) {
    var people =
        directory.people().stream()
            .filter(person -> directory.within(person.area(), area))
            .map(
                person ->
                    new Called(
                        "p:" + person.id(),
                        person.name(),
                        Optional.empty(),
                        person.language(),
                        directory
                            .account(person.id(), kind)
                            .map(Outbound.Target.ToPerson::new)
                            .map(target -> new Address(channel, target))));
    var groups =
        directory.groups().stream()
            .filter(group -> directory.within(group.area(), area))
            .map(
                group ->
                    new Called(
                        "g:" + group.id(),
                        group.name(),
                        Optional.of(group),
                        "zh",
                        Optional.of(group.send())
                            .filter(send -> !send.isEmpty())
                            .map(Outbound.Target.ToGroup::new)
                            .map(to -> new Address(new ChannelName(group.channel()), to))));
    return Stream.concat(people, groups).toList();
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "Called[" + key + "]";
  }
}

package org.lanshao.desk;

import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;

/**
 * Somebody, or a group, whose name is called.
 *
 * @param key within a roll call: {@code p:<person id>} or {@code g:<group id>}
 * @param name as people know it
 * @param group whether it is a group
 * @param language in which it is called
 * @param address where; empty when there is none
 */
record Called(String key, String name, boolean group, String language, Optional<Address> address) {
  /** Where a message can be sent. */
  record Address(ChannelName channel, Outbound.Target target) {}

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
                        false,
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
                        true,
                        "zh",
                        Optional.of(group.send())
                            .filter(send -> !send.isEmpty())
                            .map(Outbound.Target.ToGroup::new)
                            .map(to -> new Address(new ChannelName(group.channel()), to))));
    return java.util.stream.Stream.concat(people, groups).toList();
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "Called[" + key + "]";
  }
}

package org.lanshao.desk.talk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;

/** Where people and groups can be written to unasked. */
public final class Addresses {
  private final Surroundings surroundings;

  /** By the accounts of the directory, on the channels of the settings. */
  public Addresses(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A channel and whom it writes to there. */
  public record Address(ChannelName channel, Target target) {}

  /** Of a person: on the first channel on which they have an account; empty if on none. */
  public Optional<Address> of(PersonId person) {
    return channels().stream().flatMap(channel -> on(channel, person)).findFirst();
  }

  private Stream<Address> on(ChannelName channel, PersonId person) {
    var kind = surroundings.channels().apply(channel).kind();
    return surroundings.directory().account(person, kind).stream()
        .map(account -> new Address(channel, new Target.ToPerson(account)));
  }

  /** Of a group; empty when it cannot be written to. */
  public Optional<Address> of(GroupId group) {
    return surroundings.directory().group(group).filter(this::isWritable).map(Addresses::address);
  }

  /** Whether a group can be written to. */
  public boolean isWritable(Group group) {
    return !group.send().isEmpty() && channels().contains(new ChannelName(group.channel()));
  }

  private static Address address(Group group) {
    return new Address(new ChannelName(group.channel()), new Target.ToGroup(group.send()));
  }

  private List<ChannelName> channels() {
    return surroundings.raising().channels();
  }
}

package org.lanshao.alarm;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Commit;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * Messages to the administrators.
 *
 * @param channels the kind of each channel, the one to write through first
 */
public record AdminMail(
    Commit commit,
    Supplier<Directory> directory,
    Map<ChannelName, String> channels,
    Clock clock,
    Supplier<UUID> ids) {
  /**
   * Tells every administrator who has an account on one of the channels.
   *
   * @param languageToText what is said, in the language of the person
   * @param once what makes it one message, also when two nodes tell it
   */
  public void tell(Function<String, String> languageToText, String once, NewOutgoing.Terms terms)
      throws Unavailable {
    var rows =
        directory.get().people().stream()
            .filter(person -> person.role() == Role.ADMIN)
            .flatMap(person -> row(person, languageToText.apply(person.language()), once, terms))
            .toList();
    if (!rows.isEmpty()) {
      commit.send(rows);
    }
  }

  private Stream<NewOutgoing> row(
      Person person, String text, String once, NewOutgoing.Terms terms) {
    return channels.keySet().stream()
        .filter(channel -> account(person, channel).isPresent())
        .findFirst()
        .map(
            channel ->
                new NewOutgoing(
                    ids.get(),
                    channel,
                    new Outbound.Target.ToPerson(account(person, channel).orElseThrow()),
                    Reply.of(text).parts().getFirst(),
                    once + ":" + person.id(),
                    clock.instant(),
                    terms))
        .stream();
  }

  private Optional<String> account(Person person, ChannelName channel) {
    return directory.get().account(person.id(), channels.getOrDefault(channel, ""));
  }
}

package org.lanshao.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lanshao.channel.Channel;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ConversationId;

/**
 * The wording in the language of whoever a conversation is with; in Chinese if it is nobody's.
 *
 * @param wording the current one
 */
record Languages(
    Supplier<Wording> wording,
    Supplier<Directory> directory,
    Map<ChannelName, Channel> nameToChannel)
    implements Function<ConversationId, Wording> {
  @Override
  public Wording apply(ConversationId talk) {
    Wording chinese = wording.get();
    return Optional.ofNullable(nameToChannel.get(talk.channel()))
        .flatMap(channel -> directory.get().speaker(channel.kind(), talk.account()))
        .map(Person::language)
        .map(chinese::in)
        .orElse(chinese);
  }
}

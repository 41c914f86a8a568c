package org.lanshao.publish;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.desk.DeskWords;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Mistake;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Commit;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * Tells the administrators that files are refused: each once on a day for the same mistakes, also
 * when two nodes find them.
 *
 * @param channels the kind of each channel, the one to write through first
 */
public record Admins(
    Commit commit,
    Directory directory,
    Map<ChannelName, String> channels,
    Clock clock,
    Supplier<UUID> ids) {
  /** More than these are better looked at on a screen. */
  private static final int TOLD = 3;

  void tell(List<Mistake> mistakes, Wording wording) throws Unavailable {
    var places = mistakes.stream().limit(TOLD).map(Admins::line).collect(Collectors.joining("\n"));
    var slots = Map.of("count", Integer.toString(mistakes.size()), "places", places);
    var text = wording.say(DeskWords.FORMS_REFUSED, slots);
    var once = "forms:" + LocalDate.now(clock) + ":" + fingerprint(mistakes) + ":";
    var rows =
        directory.people().stream()
            .filter(person -> person.role() == Role.ADMIN)
            .flatMap(person -> row(person, text, once))
            .toList();
    if (!rows.isEmpty()) {
      commit.send(rows);
    }
  }

  private Stream<NewOutgoing> row(Person person, String text, String once) {
    return channels.keySet().stream()
        .filter(channel -> account(person, channel).isPresent())
        .findFirst()
        .map(
            channel ->
                new NewOutgoing(
                    ids.get(),
                    channel,
                    new Outbound.Target.ToPerson(account(person, channel).orElseThrow()),
                    new Reply.Part(text, List.of()),
                    once + person.id(),
                    clock.instant(),
                    NewOutgoing.Terms.NOTICE))
        .stream();
  }

  private Optional<String> account(Person person, ChannelName channel) {
    return directory.account(person.id(), channels.getOrDefault(channel, ""));
  }

  private static String line(Mistake mistake) {
    var at = mistake.line() == 0 ? "" : " 第 %d 行".formatted(mistake.line());
    return "%s%s：%s（%s）"
        .formatted(mistake.fileName(), at, mistake.problem(), mistake.code().text());
  }

  private static UUID fingerprint(List<Mistake> mistakes) {
    var text = mistakes.stream().map(Admins::line).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}

package org.lanshao.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.channel.Channel;
import org.lanshao.command.CountedSince;
import org.lanshao.desk.Desk;
import org.lanshao.desk.talk.Handouts;
import org.lanshao.desk.talk.Raising;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.outbox.SendPlan;
import org.lanshao.publish.Admins;
import org.lanshao.publish.FormsState;
import org.lanshao.publish.Publisher;
import org.lanshao.turn.Unavailable;
import org.lanshao.web.Feed;

/** The desk of a server with what it decides by. */
record FrontDesk(Base base, Shelf shelf, Surroundings surroundings, Desk desk) {
  /** Publishes the forms that were read. */
  static FrontDesk of(Base base, Clock clock, Traffic traffic) throws Unavailable {
    var shelf = Shelf.publish(base.written().library(), Vocabulary.schema(), base.ports());
    var today = LocalDate.now(clock.withZone(base.settings().time().zone()));
    CountedSince.note(shelf.current(), today, base.ports().facts(), base.ports().commit());
    var surroundings = surroundings(base, clock, traffic);
    return new FrontDesk(base, shelf, surroundings, new Desk(base.ports(), shelf, surroundings));
  }

  private static Surroundings surroundings(Base base, Clock clock, Traffic traffic) {
    Map<ChannelName, ChannelTraits> traits =
        traffic.channels().values().stream()
            .collect(
                Collectors.toMap(
                    Channel::name, c -> new ChannelTraits(c.kind(), c.capabilities())));
    return new Surroundings(
            base.directory().get(),
            base.written().library().wording(),
            name -> Objects.requireNonNull(traits.get(name)),
            clock,
            base.ids(),
            base.settings().courtesy(),
            base.settings().corrections())
        .with(raising(base))
        .with(base.written().reminders())
        .with(Handouts.of(FoundDrawer.looking(), base.store().mediaFiles()))
        .with(new SendPlan(traffic.outlets(), traffic.dispatch().pace())::waits);
  }

  /** Real channels come before the sandbox to reach people by. */
  private static Raising raising(Base base) {
    var channels = base.realFirst().map(ChannelSettings::name).toList();
    return new Raising(base.written().library().danger(), base.written().plans(), channels);
  }

  /** The time of people, which a page may set. */
  Clock clock() {
    return surroundings.clock();
  }

  /** What looks at the files of forms once it is started. */
  Publisher publisher(Feed feed) {
    return new Publisher(
        new ConversationFiles(
            base.settings().files().conversations(),
            base.settings().keptConversations(),
            base.directory(),
            Optional.of(base.written().forms())),
        desk,
        new Admins(base.mail(clock()), clock()),
        new FormsState(base.written().library(), base.written().hints(), List.of(), shelf.held()),
        feed::forms,
        base.meters());
  }
}

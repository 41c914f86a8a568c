package org.lanshao.app;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.channel.Channel;
import org.lanshao.desk.Desk;
import org.lanshao.media.Apologies;
import org.lanshao.media.FetchPolicy;
import org.lanshao.media.Fetcher;
import org.lanshao.media.Fetching;
import org.lanshao.media.Telling;
import org.lanshao.message.ChannelName;
import org.lanshao.outbox.Outlets;
import org.lanshao.publish.Publisher;
import org.lanshao.timer.Ringer;
import org.lanshao.transport.KnownAccounts;
import org.lanshao.transport.Transport;
import org.lanshao.transport.TransportLimits;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.Unavailable;
import org.lanshao.web.Feed;

/**
 * What a server sends and fetches.
 *
 * @param channels by their names
 */
record Traffic(
    Base base,
    Map<ChannelName, Channel> channels,
    Transport transport,
    Outlets outlets,
    Dispatch dispatch) {
  /** Sends from now on what is committed. */
  static Traffic start(Base base, Vertx vertx, List<Channel> channels, Feed feed)
      throws Unavailable {
    var named = channels.stream().collect(Collectors.toMap(Channel::name, channel -> channel));
    var transport = transport(base, vertx);
    var outlets = new Outlets(named, transport, feed::show);
    return new Traffic(base, named, transport, outlets, dispatch(base, outlets));
  }

  private static Transport transport(Base base, Vertx vertx) {
    var store = base.store();
    var files = TransportLimits.files(base.settings().media().bytes());
    var room = Dispatch.room(base.settings().sending());
    var limits = TransportLimits.USUAL.withConnections(room.connections());
    var transport =
        new Transport(vertx, store.tokens(), base.clock(), limits, files, store.mediaFiles());
    base.stop().first(transport::close);
    return transport;
  }

  private static Dispatch dispatch(Base base, Outlets outlets) throws Unavailable {
    var rules =
        new Dispatch.Rules(
            base.settings().sending(),
            base.settings().management().port(),
            base.clock(),
            base.meters());
    var dispatch = Dispatch.start(base.store(), outlets, base.random(), rules);
    base.stop().first(dispatch::close);
    return dispatch;
  }

  /** Whether sending is held; looks from now on whether that was lifted, and then wakes. */
  HeldSending held(Ringer ringer) throws Unavailable {
    Runnable onLifted =
        () -> {
          dispatch.wake();
          ringer.wake();
        };
    var held = new HeldSending(base.store().holding(), onLifted, base.meters());
    held.look();
    base.run("held", held);
    return held;
  }

  /**
   * Fetches what people sent from now on.
   *
   * @param publisher of whose words people are told what becomes of it
   * @param desk knows of which alert it is
   */
  void fetch(Publisher publisher, Desk desk) {
    var store = base.store();
    var media = base.settings().media();
    var fetching =
        new Fetching(channels, transport, store.mediaFiles(), FetchPolicy.USUAL, base.random());
    var wording =
        new Languages(() -> publisher.state().library().wording(), base.directory(), channels);
    var apologies = new Apologies(wording, base.ids(), base.clock(), media.megabytes());
    Telling alerts =
        (row, settlement) ->
            settlement instanceof MediaRows.Settlement.Kept kept
                ? desk.kept(row.conversation(), row.sent(), kept)
                : List.of();
    var fetcher =
        new Fetcher(store.media(), fetching, apologies.and(alerts), base.clock(), base.meters());
    fetcher.start();
    base.stop().first(fetcher::close);
  }

  /** Whether somebody writes who is in the directory. */
  KnownAccounts whom() {
    return new KnownAccounts(
        transport, (kind, id) -> base.written().directory().speaker(kind, id).isPresent());
  }
}

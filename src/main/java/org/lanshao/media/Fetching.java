package org.lanshao.media;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lanshao.channel.Channel;
import org.lanshao.channel.MediaSource;
import org.lanshao.channel.MediaSource.Fetched;
import org.lanshao.channel.Outcome;
import org.lanshao.message.ChannelName;
import org.lanshao.transport.Transport;
import org.lanshao.turn.ErasableFiles;
import org.lanshao.turn.MediaRows.Claimed;
import org.lanshao.turn.MediaRows.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try to get a picture or file: fetched, looked at, kept. It blocks: call it on virtual
 * threads.
 *
 * @param nameToChannel all channels
 * @param transport for calls; it holds the limit of size
 * @param files where bytes are kept
 */
public record Fetching(
    Map<ChannelName, Channel> nameToChannel,
    Transport transport,
    ErasableFiles files,
    FetchPolicy policy,
    RandomGenerator random) {
  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

  /** A full disk, or one that is gone, needs somebody to come. */
  private static final Duration DISK_WAIT = Duration.ofMinutes(1);

  /** Copies the channels. */
  public Fetching {
    nameToChannel = Map.copyOf(nameToChannel);
  }

  /** What became of it; never throws. */
  Settlement fetch(Claimed row, Instant now) {
    Channel channel = nameToChannel.get(row.conversation().channel());
    Optional<MediaSource> source = channel == null ? Optional.empty() : channel.media();
    return channel == null || source.isEmpty()
        ? new Settlement.Refused("no_source", "")
        : fetch(row, channel, source.get(), now);
  }

  private Settlement fetch(Claimed row, Channel channel, MediaSource source, Instant now) {
    Instant until = row.at().plus(source.kept());
    try {
      return switch (transport.fetch(channel, source, row.sent().id())) {
        case Fetched.Bytes(byte[] bytes) -> keep(row, bytes);
        case Fetched.Failed(Outcome outcome) -> failed(row, outcome, now, until);
      };
    } catch (IOException e) {
      tell(row, e);
      return again(row, "disk", now, until);
    } catch (RuntimeException e) {
      tell(row, e);
      return again(row, "failed_inside", now, until);
    }
  }

  /** Whether these bytes are gone; what the disk does not let go of is deleted another time. */
  boolean delete(String hash, Instant before) {
    try {
      return files.delete(hash, before);
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("bytes not deleted");
      return false;
    }
  }

  private Settlement keep(Claimed row, byte[] bytes) throws IOException {
    Optional<FileType> type = FileType.of(bytes);
    if (type.isEmpty()) {
      return new Settlement.Refused("wrong_type", "");
    }
    return type.get().serves(row.wanted())
        ? new Settlement.Kept(files.keep(bytes), type.get().word(), bytes.length)
        : new Settlement.Refused("not_a_photo", "");
  }

  private Settlement failed(Claimed row, Outcome outcome, Instant now, Instant until) {
    return switch (outcome) {
      case Outcome.Refused(String code, String platformCode) ->
          new Settlement.Refused(code, platformCode);
      case Outcome.TryAgain again -> policy.settle(row.attempt(), again, now, until, random);
      case Outcome.TokenRefused(String platformCode) ->
          policy.settle(
              row.attempt(),
              new Outcome.TryAgain(Duration.ZERO, "token", platformCode),
              now,
              until,
              random);
      case Outcome.Accepted accepted -> throw new IllegalStateException("accepted without bytes");
    };
  }

  private Settlement again(Claimed row, String code, Instant now, Instant until) {
    var again = new Outcome.TryAgain(DISK_WAIT, code, "");
    return policy.settle(row.attempt(), again, now, until, random);
  }

  /** Its message may hold what is private, so only its kind and place is told. */
  private static void tell(Claimed row, Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    LOG.atError()
        .addKeyValue("media", row.name())
        .addKeyValue("exception", e.getClass().getName())
        .addKeyValue("at", trace.length == 0 ? "" : trace[0].toString())
        .log("media not kept");
  }
}

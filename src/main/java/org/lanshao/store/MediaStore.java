package org.lanshao.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.form.Media;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** The rows of pictures and files, through the store's writer and readers. */
final class MediaStore implements MediaRows {
  private final Tables tables;
  private final Writer writer;
  private final Readers readers;
  private final Clock clock;

  MediaStore(Tables tables, Writer writer, Readers readers, Clock clock) {
    this.tables = tables;
    this.writer = writer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public List<Claimed> claim(int limit, Duration lease) throws Unavailable {
    return writer.write(
        new Work.Small<>(false, link -> tables.media().claim(link, limit, lease, clock.instant())));
  }

  @Override
  public boolean settle(Claimed claimed, Settlement settlement, List<NewOutgoing> said)
      throws Unavailable {
    var rows = said.stream().map(tables.outgoing()::row).toList();
    return writer.write(
        new Work.Small<>(
            !rows.isEmpty(),
            link -> {
              boolean held = tables.media().settle(link, claimed, settlement);
              if (held && !rows.isEmpty()) {
                tables.outgoing().insert(link, rows);
              }
              return held;
            }));
  }

  @Override
  public Optional<Instant> nextDue() throws Unavailable {
    return readers.read(MediaTable::nextDue);
  }

  @Override
  public Waiting waiting() throws Unavailable {
    return readers.read(MediaTable::waiting);
  }

  @Override
  public Optional<State> state(Media.Sent sent) throws Unavailable {
    return readers.read(link -> tables.media().state(link, sent));
  }

  @Override
  public List<String> unused() throws Unavailable {
    return readers.read(MediaTable::unused);
  }

  @Override
  public Set<String> used(List<String> hashes) throws Unavailable {
    return readers.read(link -> MediaTable.used(link, hashes));
  }

  @Override
  public void forget(String hash) throws Unavailable {
    writer.write(new Work.Small<>(false, link -> MediaTable.forget(link, hash)));
  }

  @Override
  public void onCommitted(Runnable wake) {
    tables.media().onCommitted(wake);
  }
}

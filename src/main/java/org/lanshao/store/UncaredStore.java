package org.lanshao.store;

import java.util.List;
import org.lanshao.record.Matter;
import org.lanshao.turn.Unavailable;
import org.lanshao.turn.UncaredMatters;

/** The rows of matters that the version before the column {@code owner} wrote. */
final class UncaredStore implements UncaredMatters {
  private final MatterTable table;
  private final Writer writer;
  private final Readers readers;

  UncaredStore(MatterTable table, Writer writer, Readers readers) {
    this.table = table;
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public List<Matter> some(int most) throws Unavailable {
    return readers.read(link -> new MatterLists(table).uncared(link, most));
  }

  @Override
  public void care(List<Matter> matters) throws Unavailable {
    writer.write(
        new Work.Small<>(
            false,
            link -> {
              for (Matter matter : matters) {
                table.care(link, matter);
              }
              return matters.size();
            }));
  }
}

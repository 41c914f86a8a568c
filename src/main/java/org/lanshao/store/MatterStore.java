package org.lanshao.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Matter;
import org.lanshao.turn.MatterFacts;
import org.lanshao.turn.Unavailable;

/** What is asked of matters, each on a connection that reads. */
final class MatterStore implements MatterFacts {
  private final MatterTable table;
  private final MatterLists lists;
  private final Readers readers;

  MatterStore(MatterTable table, Readers readers) {
    this.table = table;
    this.lists = new MatterLists(table);
    this.readers = readers;
  }

  @Override
  public Optional<Matter> matter(String number) throws Unavailable {
    return readers.read(link -> table.matter(link, number));
  }

  @Override
  public List<Matter> story(String matter) throws Unavailable {
    return readers.read(link -> table.story(link, matter));
  }

  @Override
  public List<Matter> of(String record) throws Unavailable {
    return readers.read(link -> table.ofRecord(link, record));
  }

  @Override
  public List<Matter> open(String letter, AreaCode area, int most) throws Unavailable {
    return readers.read(link -> lists.open(link, letter, area, most));
  }

  @Override
  public List<Matter> due(AreaCode area, LocalDate before, int most) throws Unavailable {
    return readers.read(link -> lists.due(link, area, before, most));
  }

  @Override
  public List<Matter> ofOwner(PersonId owner) throws Unavailable {
    return readers.read(link -> lists.ofOwner(link, owner));
  }

  @Override
  public MatterCount count(String letter, Scope scope, DayRange range) throws Unavailable {
    return readers.read(link -> lists.count(link, letter, scope, range));
  }

  @Override
  public List<Matter> opened(String letter, Scope scope, DayRange range) throws Unavailable {
    return readers.read(link -> lists.opened(link, letter, scope, range));
  }

  @Override
  public List<Matter> open(String letter, Scope scope) throws Unavailable {
    return readers.read(link -> lists.open(link, letter, scope));
  }

  @Override
  public List<Matter> closed(String letter, Scope scope, DayRange range) throws Unavailable {
    return readers.read(link -> lists.closed(link, letter, scope, range));
  }

  @Override
  public List<Long> daysOpen(String letter, Scope scope, DayRange range) throws Unavailable {
    return readers.read(link -> lists.daysOpen(link, letter, scope, range));
  }
}

package org.lanshao.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Silence;
import org.lanshao.notice.Unit;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.Notices;
import org.lanshao.turn.Unavailable;

/** What is asked of notices, each on a connection that reads. */
final class NoticeStore implements Notices {
  private final NoticeTable notices;
  private final ReceiptTable receipts;
  private final Readers readers;

  NoticeStore(Tables tables, Readers readers) {
    this.notices = tables.notices();
    this.receipts = tables.receipts();
    this.readers = readers;
  }

  @Override
  public Optional<KeptNotice> notice(String number) throws Unavailable {
    return readers.read(link -> notices.notice(link, number));
  }

  @Override
  public List<KeptNotice> current(Instant since) throws Unavailable {
    return readers.read(link -> notices.current(link, since));
  }

  @Override
  public Optional<KeptNotice> draft(PersonId person) throws Unavailable {
    return readers.read(link -> notices.draft(link, person));
  }

  @Override
  public Optional<KeptNotice> identified(String identifier) throws Unavailable {
    return readers.read(link -> notices.identified(link, identifier));
  }

  @Override
  public List<Asked> asked(List<Unit> units) throws Unavailable {
    return readers.read(link -> receipts.asked(link, units));
  }

  @Override
  public Optional<Asked> asked(String number, List<Unit> units) throws Unavailable {
    return readers.read(link -> receipts.asked(link, number, units));
  }

  @Override
  public List<Unit> units(String number) throws Unavailable {
    return readers.read(link -> ReceiptTable.units(link, number));
  }

  @Override
  public List<NoticeReceipt> receipts(String number) throws Unavailable {
    return readers.read(link -> receipts.receipts(link, number));
  }

  @Override
  public Optional<NoticeReceipt> receipt(String number, Unit unit) throws Unavailable {
    return readers.read(link -> receipts.receipt(link, number, unit));
  }

  @Override
  public List<NoticeReceipt> confirmed(List<Unit> units, int most) throws Unavailable {
    return readers.read(link -> receipts.confirmed(link, units, most));
  }

  @Override
  public List<String> forgotten(Instant now) throws Unavailable {
    return readers.read(link -> NoticeTable.forgotten(link, now));
  }

  @Override
  public List<Silence> silences(Instant now) throws Unavailable {
    return readers.read(link -> NoticeTable.silences(link, now));
  }
}

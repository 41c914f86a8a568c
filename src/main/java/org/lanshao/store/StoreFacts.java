package org.lanshao.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.lanshao.count.Cells;
import org.lanshao.count.Cut;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Change;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;
import org.lanshao.form.Media;
import org.lanshao.message.ConversationId;
import org.lanshao.record.Revision;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Campaigns;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Lane;
import org.lanshao.turn.MatterFacts;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Notices;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.PracticeBook;
import org.lanshao.turn.Records;
import org.lanshao.turn.RegisterFacts;
import org.lanshao.turn.Reminding;
import org.lanshao.turn.Reports;
import org.lanshao.turn.Resting;
import org.lanshao.turn.SentCards;
import org.lanshao.turn.StationDays;
import org.lanshao.turn.Unavailable;

/**
 * All that is asked of the database, each question on a connection that reads: what is known of
 * conversations and records is answered here, and what has a port of its own is handed out.
 */
abstract class StoreFacts implements Facts {
  final Tables tables;
  final Readers readers;
  final OutgoingStore outgoing;
  final RegisterStore register;
  final MediaStore media;
  final AuditStore audit;
  private final Numbers numbers;
  private final MatterStore matters;
  private final NoticeStore notices;
  private final CampaignStore campaigns;
  private final RecordStore records;
  private final StationDayStore stationDays;
  private final PracticeStore practice;
  private final ReportStore reports;
  private final ReminderStore reminders;
  private final CardTable cards;

  StoreFacts(Ground ground) {
    var writer = ground.writer();
    this.tables = ground.tables();
    this.readers = ground.readers();
    this.outgoing = new OutgoingStore(tables, writer, readers, ground.clock());
    this.register = new RegisterStore(tables.register(), writer, readers);
    this.media = new MediaStore(tables, writer, readers, ground.clock());
    this.numbers = new Numbers(writer);
    this.matters = new MatterStore(tables.matters(), readers);
    this.notices = new NoticeStore(tables, readers);
    this.campaigns = new CampaignStore(tables.campaigns(), readers);
    this.records = new RecordStore(tables.revisions(), readers, ground.within());
    this.stationDays = new StationDayStore(tables.revisions(), readers);
    this.practice = new PracticeStore(tables.media(), writer, readers);
    this.reports =
        new ReportStore(ground.dialect(), ground.seal(), tables.outgoing(), writer, readers);
    this.reminders = new ReminderStore(tables.outgoing(), writer, readers);
    this.audit = new AuditStore(ground.seal(), writer, readers);
    this.cards = new CardTable(ground.seal());
  }

  /** What the parts of a store work with. */
  record Ground(
      Dialect dialect,
      Seal seal,
      Clock clock,
      Tables tables,
      Writer writer,
      Readers readers,
      Function<AreaCode, List<AreaCode>> within) {
    static Ground of(Dialect dialect, Link link, Seal seal, Store.Surroundings around) {
      var tables = Tables.of(dialect, seal, around.clock(), around.within());
      var writer =
          new Writer(
              dialect, link, around.limits(), new Batch(tables), new StoreMeters(around.meters()));
      var readers = new Readers(dialect, around.limits());
      return new Ground(dialect, seal, around.clock(), tables, writer, readers, around.within());
    }
  }

  @Override
  public SentCards cards() {
    return new CardStore(cards, readers);
  }

  @Override
  public StationDays stationDays() {
    return stationDays;
  }

  @Override
  public Reports reports() {
    return reports;
  }

  @Override
  public Reminding reminders() {
    return reminders;
  }

  @Override
  public Optional<Instant> heard(ConversationId conversation) throws Unavailable {
    return readers.read(link -> tables.turns().heard(link, conversation));
  }

  @Override
  public List<Said> said(ConversationId conversation, int turns) throws Unavailable {
    return readers.read(link -> tables.turns().said(link, conversation, turns));
  }

  @Override
  public Optional<Standing> standing(ConversationId conversation) throws Unavailable {
    return readers.read(link -> tables.turns().standing(link, conversation));
  }

  @Override
  public Optional<Definition> definition(String hash) throws Unavailable {
    return readers.read(link -> DefinitionTable.definition(link, hash));
  }

  @Override
  public Optional<String> current(FormId form) throws Unavailable {
    return readers.read(link -> DefinitionTable.current(link, form));
  }

  @Override
  public SortedMap<String, Standing> drafting() throws Unavailable {
    return readers.read(tables.turns()::drafting);
  }

  @Override
  public Map<FormId, String> currents() throws Unavailable {
    return readers.read(DefinitionTable::currents);
  }

  @Override
  public Cells count(Cut cut) throws Unavailable {
    return readers.read(link -> Counts.count(link, cut));
  }

  @Override
  public List<Revision> filed(PersonId person, LocalDate day) throws Unavailable {
    return readers.read(link -> tables.revisions().filed(link, person, day));
  }

  @Override
  public Optional<Revision> record(String number) throws Unavailable {
    return readers.read(link -> tables.revisions().record(link, number));
  }

  @Override
  public List<Revision> history(String number) throws Unavailable {
    return readers.read(link -> tables.revisions().history(link, number));
  }

  @Override
  public Optional<Revision> lastFiled(PersonId person) throws Unavailable {
    return readers.read(link -> tables.revisions().lastFiled(link, person));
  }

  @Override
  public Optional<Revision> lastFiled(PersonId person, FormId form) throws Unavailable {
    return readers.read(link -> tables.revisions().lastFiled(link, person, form));
  }

  @Override
  public Notices notices() {
    return notices;
  }

  @Override
  public Campaigns campaigns() {
    return campaigns;
  }

  @Override
  public AuditLog audit() {
    return audit;
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public MatterFacts matters() {
    return matters;
  }

  @Override
  public PracticeBook practice() {
    return practice;
  }

  @Override
  public RegisterFacts register() {
    return register;
  }

  @Override
  public List<Revision> returned(PersonId person) throws Unavailable {
    return readers.read(link -> tables.revisions().returned(link, person));
  }

  @Override
  public List<Change> directory(long after) throws Unavailable {
    return readers.read(link -> tables.directory().after(link, after));
  }

  @Override
  public Optional<MediaRows.State> media(Media.Sent sent) throws Unavailable {
    return media.state(sent);
  }

  @Override
  public Optional<KeptAlert> alert(String number) throws Unavailable {
    return readers.read(link -> tables.alerts().alert(link, number));
  }

  @Override
  public List<KeptAlert> openAlerts() throws Unavailable {
    return readers.read(tables.alerts()::open);
  }

  @Override
  public Optional<String> openAlert(ConversationId conversation) throws Unavailable {
    return readers.read(link -> AlertTable.openIn(link, conversation));
  }

  @Override
  public int strangers(Optional<ConversationId> conversation, Instant since) throws Unavailable {
    return readers.read(link -> AlertTable.strangers(link, conversation, since));
  }

  @Override
  public List<String> unsent(String begin) throws Unavailable {
    return readers.read(link -> AlertTable.unsent(link, begin));
  }

  @Override
  public List<String> forgotten(Instant now) throws Unavailable {
    return readers.read(link -> AlertTable.forgotten(link, now));
  }

  @Override
  public Optional<String> remembered(String key) throws Unavailable {
    return readers.read(link -> SettingTable.remembered(link, key));
  }

  @Override
  public List<Fate> fates(String begin) throws Unavailable {
    return readers.read(link -> OutgoingTable.fates(link, begin));
  }

  @Override
  public long nextNumber(String kind) throws Unavailable {
    return numbers.next(kind);
  }

  @Override
  public Outgoing.Queue queue() throws Unavailable {
    return outgoing.queue();
  }

  @Override
  public List<Outgoing.Line> lines(Lane last, Instant before, List<NewOutgoing> rows)
      throws Unavailable {
    return outgoing.lines(last, before, rows);
  }

  @Override
  public List<Resting> resting(int most) throws Unavailable {
    return readers.read(link -> tables.rest().find(link, most));
  }
}

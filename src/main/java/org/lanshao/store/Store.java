package org.lanshao.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.lanshao.campaign.Listed;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Change;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.AlarmBook;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Commit;
import org.lanshao.turn.Committed;
import org.lanshao.turn.ErasableFiles;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.MustWait;
import org.lanshao.turn.NewChange;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewRecords;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.Nodes;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.PeopleHeld;
import org.lanshao.turn.Retention;
import org.lanshao.turn.Staging;
import org.lanshao.turn.Symptoms;
import org.lanshao.turn.Talks;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Tokens;
import org.lanshao.turn.Unavailable;
import org.lanshao.turn.UncaredMatters;

/**
 * The database: all that is durable goes through here. Its methods block, all but {@link #commit};
 * on threads that must not wait they throw {@link MustWait} unless the answer is at hand. Private
 * texts are sealed and opened by the thread that calls.
 */
public final class Store extends StoreFacts implements Commit, AutoCloseable {
  private final Dialect dialect;
  private final KeyOrigin keyOrigin;
  private final Seal seal;
  private final Writer writer;
  private final Folder folder;
  private final Seeing seeing;
  private final TokenStore tokens;
  private final TimerStore timers;
  private final NodeStore nodes;
  private final RetentionStore retention;
  private final Holding holding;
  private final AlarmStore alarms;
  private final SealedFiles mediaFiles;
  private final SealedFiles uploads;

  private Store(StoreSettings settings, KeyOrigin keyOrigin, Ground ground) {
    super(ground);
    this.dialect = ground.dialect();
    this.keyOrigin = keyOrigin;
    this.seal = ground.seal();
    this.writer = ground.writer();
    this.folder = new Folder(dialect, writer);
    this.seeing = new Seeing(dialect, writer, readers, ground.clock());
    this.tokens = new TokenStore(new TokenTable(dialect, seal), writer, readers, ground.clock());
    this.timers = new TimerStore(tables.timers(), writer, readers);
    this.nodes = new NodeStore(new NodeTable(dialect), writer);
    this.retention =
        new RetentionStore(tables, new AuditPurge(audit, seal, ground.clock()), dialect, writer);
    this.holding = new Holding(writer, readers);
    this.alarms = new AlarmStore(seal, writer, readers);
    this.mediaFiles = new SealedFiles(settings.mediaDir(), seal);
    this.uploads = new SealedFiles(settings.dataDir().resolve("uploads"), seal);
  }

  /** Where the key of private data came from. */
  public enum KeyOrigin {
    /** The settings. */
    GIVEN,
    /** The key file. */
    FILE,
    /** It was made just now, for a new database; its file must be kept safe. */
    MADE
  }

  /**
   * What a store needs from the program.
   *
   * @param clock says when a message that must be sent again is due
   * @param meters gets the store's metrics
   * @param within an area and all that it lies in, from the narrowest to the city; empty for
   *     unknown ones
   * @param limits bounds of what waits
   */
  public record Surroundings(
      Clock clock,
      MeterRegistry meters,
      Function<AreaCode, List<AreaCode>> within,
      StoreLimits limits) {}

  /**
   * Opens the database, brings its tables up to date and starts the writer.
   *
   * @throws KeyMistake when the key is missing or wrong
   * @throws UnsafeDatabase when the database does not wait for the disk
   * @throws Unavailable when it cannot be opened
   */
  public static Store open(StoreSettings settings, Surroundings around) throws Unavailable {
    var dialect = Dialect.of(settings);
    try {
      dialect.prepare();
      Migrations.apply(settings, dialect);
      var link = dialect.writing();
      try {
        Pouring.refuse(link);
        var key = KeyCheck.check(settings, dialect, link);
        var ground = Ground.of(dialect, link, KeyCheck.seal(link, key.keys()), around);
        var store = new Store(settings, key.origin(), ground);
        store.writer.start();
        return store;
      } catch (SQLException | RuntimeException e) {
        link.close();
        throw e;
      }
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  /** Where the key of private data came from; {@code MADE} should be said aloud. */
  public KeyOrigin keyOrigin() {
    return keyOrigin;
  }

  /** What waits to be sent, for senders. */
  public Outgoing outgoing() {
    return outgoing;
  }

  /** Access tokens of platforms. */
  public Tokens tokens() {
    return tokens;
  }

  /** What is due. */
  public Timers timers() {
    return timers;
  }

  /** Which nodes use this database. */
  public Nodes nodes() {
    return nodes;
  }

  /** All that was said. */
  public Talks talks() {
    return new TalkStore(tables.turns(), readers);
  }

  /** The matters that the program did not care for when they were written. */
  public UncaredMatters uncared() {
    return new UncaredStore(tables.matters(), writer, readers);
  }

  /** What is held of one person. */
  public PeopleHeld people() {
    return new PeopleStore(tables, seal, audit, writer, readers);
  }

  /** What takes away what was kept long enough. */
  public Retention retention() {
    return retention;
  }

  /** Pictures and files that were sent and must be fetched. */
  public MediaRows media() {
    return media;
  }

  /** Where their bytes are kept: sealed, in the folder {@code media} of the data directory. */
  public ErasableFiles mediaFiles() {
    return mediaFiles;
  }

  /** Whether sending is held, and how to lift that. */
  public Holding holding() {
    return holding;
  }

  /** Where nodes agree who tells of what is wrong. */
  public AlarmBook alarmBook() {
    return alarms;
  }

  /** What outgoing rows show of what is wrong. */
  public Symptoms symptoms() {
    return alarms;
  }

  /** A keyed hash, the same on all nodes: it tells texts apart and does not tell what they say. */
  public String hash(String text) {
    return HexFormat.of().formatHex(seal.hash(text));
  }

  /** Where what is sent to the sandbox waits to be fetched: as before, in {@code uploads}. */
  public ErasableFiles uploads() {
    return uploads;
  }

  /** Whether the database could be written when that was last tried. */
  public boolean ready() {
    return writer.ready();
  }

  @Override
  public CompletionStage<Committed> commit(Changes changes) throws MustWait {
    return writer.submit(new Work.Turn(tables.rows(changes)));
  }

  @Override
  public void send(List<NewOutgoing> outgoing) throws Unavailable {
    var rows = outgoing.stream().map(tables.outgoing()::row).toList();
    writer.write(
        new Work.Small<>(
            true,
            link -> {
              tables.outgoing().insert(link, rows);
              return rows.size();
            }));
  }

  @Override
  public boolean publish(FormId form, Definition definition) throws Unavailable {
    return write(link -> DefinitionTable.publish(dialect, link, form, definition));
  }

  @Override
  public void remember(String key, String value) throws Unavailable {
    write(link -> SettingTable.remember(link, key, value));
  }

  @Override
  public void move(List<TimerMove> moves) throws Unavailable {
    write(link -> tables.timers().move(link, moves));
  }

  /** Where a ledger is brought into the register: its batch is of the change, without edits. */
  public Staging<RegisterEdit, NewRegisterChange> registerImport() {
    return register;
  }

  /** Where a ledger is brought in as records, which are not of a station's day or of households. */
  public Staging<Changes.Filing, NewRecords> recordImport() {
    return new StagedRecords(tables, dialect, writer);
  }

  /** What files brought into the directory, each time they were taken in, in order. */
  public List<Change> imported() throws Unavailable {
    return readers.read(tables.directory()::imported);
  }

  /** Puts households on the lists of campaigns; those that are there stay as they are. */
  public void list(List<Listed> households) throws Unavailable {
    var rows = households.stream().map(CampaignTable::row).toList();
    write(
        link -> {
          tables.campaigns().list(link, rows);
          return rows.size();
        });
  }

  @Override
  public boolean change(NewChange change) throws Unavailable {
    var row = tables.directory().row(change);
    return write(link -> tables.directory().insert(link, row));
  }

  /** Lets messages that rest be sent again; returns how many there were. */
  public int again(List<Long> numbers) throws Unavailable {
    return writer.write(new Work.Small<>(true, link -> tables.outgoing().again(link, numbers)));
  }

  /**
   * Folds all entries that wait into tallies; does nothing while another node does. Called each
   * second. Counts are exact with or without it, and quick with it.
   */
  public void foldOnce() throws Unavailable {
    folder.foldOnce();
  }

  /**
   * Makes what long counts of different subjects are read from, for a day or a month that is over;
   * returns whether there was one to make. Called between folds. Counts are exact with or without
   * it, and quick with it.
   */
  public boolean seeOne() throws Unavailable {
    return seeing.seeOne();
  }

  /**
   * Moves some of what a version before folded to where counts are quick; returns whether there was
   * any. Called between folds. Counts are exact with or without it.
   */
  public boolean moveSome() throws Unavailable {
    return folder.moveSome();
  }

  /** Compares what is folded with its entries; empty when all counts are right. */
  public List<Difference> recount() throws Unavailable {
    return readers.read(Recount::differences);
  }

  /** Folds everything anew from the entries. */
  public void rebuild() throws Unavailable {
    folder.forget();
    folder.foldOnce();
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Small<>(false, writing));
  }

  /** Has work written; for tests. */
  <T> T write(Work<T> work) throws Unavailable {
    return writer.write(work);
  }

  /** How many wait for the writer. */
  int queued() {
    return writer.queued();
  }

  /** Takes no more, finishes what waits, closes. */
  @Override
  public void close() {
    writer.close();
    readers.close();
  }
}

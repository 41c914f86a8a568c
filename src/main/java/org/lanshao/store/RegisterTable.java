package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanshao.directory.PersonId;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.RegisterFacts;
import org.lanshao.turn.RegisterJson;

/** The tables {@code register_change} and {@code register_edit}. */
final class RegisterTable {
  private static final Insert CHANGE =
      new Insert(
          "register_change",
          List.of(
              whole("version"),
              whole("at"),
              text("kind"),
              text("person"),
              text("conversation"),
              bytes("batch")),
          1);
  private static final Insert EDIT =
      new Insert("register_edit", List.of(text("number"), bytes("batch"), bytes("body")), 2);

  /** How the register stands: of each household and site the edit of the latest change. */
  private static final String SINCE =
      "SELECT c.version, e.number, e.batch, e.body FROM register_change c"
          + " JOIN register_edit e ON e.batch = c.batch WHERE c.version > ? AND NOT EXISTS"
          + " (SELECT 1 FROM register_edit l JOIN register_change d ON d.batch = l.batch"
          + " WHERE l.number = e.number AND d.version > c.version) ORDER BY c.version, e.number";

  private static final String HISTORY =
      "SELECT c.at, c.kind, c.person, e.number, e.batch, e.body FROM register_edit e"
          + " JOIN register_change c ON c.batch = e.batch WHERE e.number = ? ORDER BY c.version";

  private static final String CHANGED =
      "SELECT c.at, c.kind, c.person, e.number, e.batch, e.body FROM register_edit e"
          + " JOIN register_change c ON c.batch = e.batch WHERE c.at < ? AND e.number IN (SELECT"
          + " l.number FROM register_change d JOIN register_edit l ON l.batch = d.batch"
          + " WHERE d.at >= ? AND d.at < ?) ORDER BY e.number, c.version";

  /** What others changed meanwhile that a batch would change too. */
  private static final String OVERTAKEN =
      "SELECT COUNT(*) FROM register_change c JOIN register_edit l ON l.batch = c.batch WHERE"
          + " c.version > ? AND EXISTS (SELECT 1 FROM register_edit e WHERE e.number = l.number AND"
          + " e.batch = ?)";

  private static final String LAID_OUT = "SELECT COUNT(*) FROM register_edit WHERE batch = ?";
  private static final String NEWEST = "SELECT COALESCE(MAX(version), 0) FROM register_change";
  private static final String FORGOTTEN =
      "SELECT e.batch, e.number FROM register_edit e WHERE e.batch BETWEEN ? AND ? AND NOT EXISTS"
          + " (SELECT 1 FROM register_change c WHERE c.batch = e.batch) LIMIT ?";

  private static final String CLEAR =
      "DELETE FROM register_edit WHERE batch = ? AND number = ? AND NOT EXISTS"
          + " (SELECT 1 FROM register_change c WHERE c.batch = register_edit.batch)";

  private final Dialect dialect;
  private final Seal seal;

  RegisterTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  /** Of the database that the tables are in. */
  Dialect dialect() {
    return dialect;
  }

  /**
   * A change as rows.
   *
   * @param change its own
   * @param edits one for each edit
   */
  record Written(Object[] change, List<Object[]> edits) {}

  /** The rows of a change, what it changes sealed. */
  Written rows(NewRegisterChange change) {
    return new Written(
        new Object[] {
          change.change().version(),
          change.at().toEpochMilli(),
          change.kind().name().toLowerCase(Locale.ROOT),
          change.by().map(PersonId::text).orElse(""),
          change.where(),
          Uuids.bytes(change.batch())
        },
        edits(change.batch(), change.change().edits()));
  }

  /** The rows of edits of a batch. */
  List<Object[]> edits(UUID batch, List<RegisterEdit> edits) {
    return edits.stream()
        .map(
            edit -> {
              var number = number(edit).text();
              var body = seal.seal("register.body", key(number, batch), RegisterJson.write(edit));
              return new Object[] {number, Uuids.bytes(batch), body};
            })
        .toList();
  }

  private static FileNumber number(RegisterEdit edit) {
    return switch (edit) {
      case RegisterEdit.Put(Household household) -> household.number();
      case RegisterEdit.Merge(FileNumber from, FileNumber into) -> from;
    };
  }

  private static String key(String number, UUID batch) {
    return number + "#" + batch;
  }

  /** Inserts a change; false when its version is taken: somebody was faster. */
  boolean insert(Link link, Written written) throws SQLException {
    return !dialect.insert(link, CHANGE, List.<Object[]>of(written.change())).isEmpty();
  }

  /** Takes a change back that was inserted in this transaction. */
  void delete(Link link, Written written) throws SQLException {
    link.update("DELETE FROM register_change WHERE version = ?", written.change()[0]);
  }

  /** Inserts edits. */
  void insert(Link link, List<Object[]> edits) throws SQLException {
    if (!edits.isEmpty() && dialect.insert(link, EDIT, edits).cardinality() != edits.size()) {
      throw new SQLException("a household or site is changed twice at once", "23505");
    }
  }

  /** As {@link RegisterFacts#since}. */
  Optional<RegisterChange> since(Link link, long version) throws SQLException {
    var edits = new ArrayList<RegisterEdit>();
    long newest = version;
    try (var rows = link.prepare(SINCE, version).executeQuery()) {
      while (rows.next()) {
        newest = rows.getLong(1);
        edits.add(edit(rows.getString(2), rows.getBytes(3), rows.getBytes(4)));
      }
    }
    return edits.isEmpty() ? Optional.empty() : Optional.of(new RegisterChange(newest, edits));
  }

  /** As {@link RegisterFacts#history}. */
  List<RegisterFacts.Kept> history(Link link, FileNumber number) throws SQLException {
    return kept(link.prepare(HISTORY, number.text()));
  }

  /** As {@link RegisterFacts#changed}. */
  Map<FileNumber, List<RegisterFacts.Kept>> changed(Link link, Instant from, Instant end)
      throws SQLException {
    long until = end.toEpochMilli();
    return kept(link.prepare(CHANGED, until, from.toEpochMilli(), until)).stream()
        .collect(
            Collectors.groupingBy(
                one -> number(one.edit()), LinkedHashMap::new, Collectors.toList()));
  }

  private List<RegisterFacts.Kept> kept(PreparedStatement asking) throws SQLException {
    var kept = new ArrayList<RegisterFacts.Kept>();
    try (var rows = asking.executeQuery()) {
      while (rows.next()) {
        kept.add(
            new RegisterFacts.Kept(
                Instant.ofEpochMilli(rows.getLong(1)),
                NewRegisterChange.Kind.valueOf(rows.getString(2).toUpperCase(Locale.ROOT)),
                Optional.of(rows.getString(3)).filter(id -> !id.isEmpty()).map(PersonId::new),
                edit(rows.getString(4), rows.getBytes(5), rows.getBytes(6))));
      }
    }
    return kept;
  }

  private RegisterEdit edit(String number, byte[] batch, byte[] body) {
    return RegisterJson.read(seal.open("register.body", key(number, Uuids.read(batch)), body));
  }

  /**
   * Takes in what was laid out as a change, which gets the next version.
   *
   * @param since what was laid out was made from this version
   * @return false when it was overtaken, or not all is there
   */
  boolean takeIn(Link link, Object[] change, long since, long edits) throws SQLException {
    // What another process writes after the first look would turn this transaction away.
    dialect.freeze(link);
    var batch = change[5];
    while (count(link, LAID_OUT, batch) == edits && count(link, OVERTAKEN, since, batch) == 0) {
      var row = change.clone();
      row[0] = count(link, NEWEST) + 1;
      if (!dialect.insert(link, CHANGE, List.<Object[]>of(row)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static long count(Link link, String sql, Object... values) throws SQLException {
    try (var rows = link.prepare(sql, values).executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /**
   * Finds some of what was laid out and never taken in.
   *
   * @param first the least id of a batch that is looked for
   * @param last the greatest one
   */
  static List<Object[]> forgotten(Link link, byte[] first, byte[] last, int most)
      throws SQLException {
    var rows = new ArrayList<Object[]>();
    try (var found = link.prepare(FORGOTTEN, first, last, (long) most).executeQuery()) {
      while (found.next()) {
        rows.add(new Object[] {found.getBytes(1), found.getString(2)});
      }
    }
    return rows;
  }

  /** Clears these away. */
  static void clear(Link link, List<Object[]> rows) throws SQLException {
    for (Object[] row : rows) {
      link.update(CLEAR, row);
    }
  }
}

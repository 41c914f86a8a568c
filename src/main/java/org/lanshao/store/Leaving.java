package org.lanshao.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.Proposal;
import org.lanshao.form.Value;
import org.lanshao.record.Nameless;
import org.lanshao.register.Household;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.AnswersJson;
import org.lanshao.turn.EditJson;
import org.lanshao.turn.PeopleHeld.Sought;
import org.lanshao.turn.RegisterJson;

/** Takes somebody out of rows that tell of them. */
final class Leaving {
  private final Tables tables;
  private final Seal seal;
  private final Sought sought;
  private final Traces traces;
  private final Forgetting forgetting;

  Leaving(Tables tables, Seal seal, Sought sought) {
    this.tables = tables;
    this.seal = seal;
    this.sought = sought;
    this.traces = new Traces(sought);
    this.forgetting = new Forgetting(tables);
  }

  /** A row that is theirs, its sealed columns opened. */
  record Left(SealedTable table, SealedTable.Row row, Map<String, String> opened) {}

  /** Takes them out of rows of one table; how many were changed. */
  int forget(Link link, List<Left> rows) throws SQLException {
    int changed = 0;
    for (Left left : rows) {
      changed += forget(link, left) ? 1 : 0;
    }
    return changed;
  }

  private boolean forget(Link link, Left left) throws SQLException {
    return isWorker() ? forgetWorker(link, left) : forgetClient(link, left);
  }

  private boolean isWorker() {
    return !sought.worker().isEmpty();
  }

  /** What they did stays theirs, by the id alone; what they said goes, and how they are reached. */
  private boolean forgetWorker(Link link, Left left) throws SQLException {
    return switch (left.table().name()) {
      case "turn" -> isSaid(left) && said(link, left);
      case "directory_change" -> write(link, left, this::directory);
      default -> false;
    };
  }

  private boolean forgetClient(Link link, Left left) throws SQLException {
    return switch (left.table().name()) {
      case "audit", "directory_change" -> false; // numbers alone; people who work here
      case "submission" -> isAbout(left) ? record(link, left, "id") : write(link, left, this::bare);
      case "revision" ->
          isAbout(left) ? record(link, left, "submission") : write(link, left, this::bare);
      case "register_edit" -> write(link, left, text -> RegisterJson.write(household(text)));
      default -> write(link, left, this::bare);
    };
  }

  private String bare(String text) {
    return traces.without(text);
  }

  /** Whether a record names them as whom it is about, and not only in passing. */
  private boolean isAbout(Left left) {
    return Nameless.all(AnswersJson.read(left.opened().getOrDefault("answers", "")))
        .anyMatch(
            value ->
                switch (value) {
                  case Value.Person who -> isTheirs(who.name(), who.number());
                  case Value.Household home -> isTheirs(home.name(), home.number());
                  case Value.Matter matter -> sought.names().contains(matter.name());
                  case Value.Phone phone -> sought.marks().contains(phone.number());
                  case Value.IdNumber id -> sought.marks().contains(id.number());
                  default -> false; // names nobody
                });
  }

  private boolean isTheirs(String name, Optional<String> number) {
    return sought.names().contains(name) || number.filter(sought.clients()::contains).isPresent();
  }

  private boolean record(Link link, Left left, String id) throws SQLException {
    try (var rows =
        link.prepare("SELECT number FROM submission WHERE id = ?", left.row().get(id))
            .executeQuery()) {
      if (!rows.next()) {
        return false;
      }
      forgetting.forgetRecord(link, rows.getString(1));
      return true;
    }
  }

  /** A household as it is, and ever was, without them. */
  private RegisterEdit household(String text) {
    return switch (RegisterJson.read(text)) {
      case RegisterEdit.Put(Household household) ->
          new RegisterEdit.Put(Departed.of(household, sought, this::bare));
      case RegisterEdit.Merge merge -> merge;
    };
  }

  private String directory(String text) {
    return EditJson.write(EditJson.read(text).stream().map(this::edit).toList());
  }

  private Edit edit(Edit edit) {
    return switch (edit) {
      case Edit.PutPerson(Person person, Optional<Person> before) ->
          new Edit.PutPerson(person(person), before.map(this::person));
      case Edit.Propose(Proposal p) ->
          new Edit.Propose(
              new Proposal(
                  p.number(),
                  p.kind(),
                  p.at(),
                  p.until(),
                  p.by(),
                  p.origin(),
                  p.area(),
                  p.subject(),
                  p.edits().stream().map(this::edit).toList(),
                  p.code(),
                  p.state(),
                  p.decider()));
      default -> edit; // of nobody
    };
  }

  private Person person(Person person) {
    return sought.worker().contains(person.id()) ? Departed.of(person) : person;
  }

  private boolean isSaid(Left left) {
    return sought.worker().stream().anyMatch(w -> w.text().equals(left.row().text("person")));
  }

  /** Empties what they said and were told; forms that they have open are given up. */
  private boolean said(Link link, Left left) throws SQLException {
    if (left.row().bytes("input").length + left.row().bytes("events").length == 0) {
      return false;
    }
    tables.turns().forget(link, left.row().text("conversation"), (Long) left.row().get("seq"));
    return true;
  }

  /** Writes the texts of a row anew where they read differently. */
  private boolean write(Link link, Left left, UnaryOperator<String> change) throws SQLException {
    var changed = new HashMap<String, byte[]>();
    left.opened()
        .forEach(
            (column, text) -> {
              var next = text.isEmpty() ? text : change.apply(text);
              if (!next.equals(text)) {
                changed.put(column, left.table().seal(seal, left.row(), column, next));
              }
            });
    if (!changed.isEmpty()) {
      left.table().update(link, left.row(), changed);
    }
    return !changed.isEmpty();
  }
}

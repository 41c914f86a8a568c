package org.lanshao.desk.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.census.Line;
import org.lanshao.desk.filing.Filings;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.reading.Folding;
import org.lanshao.reading.RecordNumber;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Reads a ledger of sites: one line at its top names the columns, each line below is a site, with
 * the answers of the form {@code site}. A site is known by its number, else by its name in its
 * place. What no column says stays as it is; what is not in the ledger stays, too.
 */
public final class SiteLedger {
  /** The form whose records sites are. */
  public static final FormId FORM = new FormId("site");

  private static final QuestionId NAME = new QuestionId("name");

  /** So many lines at the top may be titles. */
  private static final int TITLES = 5;

  /** More sites than any city has. */
  private static final int ALL = 1_000_000;

  private final Form form;
  private final SiteRows rows;
  private final Facts facts;
  private final Directory directory;
  private final Map<String, List<Revision>> keyToStanding = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final SitePreview.Making preview = new SitePreview.Making();

  /**
   * Reads by this form.
   *
   * @param top the area that all others lie in
   */
  public SiteLedger(Form form, AreaCode top, Facts facts, Surroundings surroundings)
      throws Unavailable {
    this.form = form;
    this.facts = facts;
    this.directory = surroundings.directory();
    this.rows = new SiteRows(form, top, surroundings);
    for (Matter site : facts.matters().open(form.number(), top, ALL)) {
      facts.record(site.opener()).ifPresent(this::know);
    }
  }

  private void know(Revision standing) {
    var key = key(standing.record().area(), standing.record().answers());
    keyToStanding.computeIfAbsent(key, none -> new ArrayList<>()).add(standing);
  }

  private static String key(AreaCode area, Answers answers) {
    var name = answers.get(NAME).map(SiteRows::text).orElse("");
    return area + " " + Folding.tight(name);
  }

  /** What the lines would change. One of the first names the columns, below titles if any. */
  public SitePreview preview(List<Line> lines) throws Unavailable {
    int at = 0;
    while (at < Math.min(TITLES, lines.size()) && !columns(lines.get(at)).isWhole()) {
      at++;
    }
    if (at == Math.min(TITLES, lines.size())) {
      preview.refuse(1, "前几行里要有一行列名，有“%s”两列。".formatted(SiteColumns.needed(form)));
      return preview.done(List.of());
    }
    var columns = columns(lines.get(at));
    for (Line line : lines.subList(at + 1, lines.size())) {
      take(line, columns);
    }
    return preview.done(columns.unknown());
  }

  private SiteColumns columns(Line header) {
    return new SiteColumns(form, header);
  }

  private void take(Line line, SiteColumns columns) throws Unavailable {
    var said = rows.said(line, columns);
    if (said instanceof SiteRows.Said.Not(String reason)) {
      preview.refuse(line.number(), reason);
    } else if (said instanceof SiteRows.Said.Fields(Answers fields)) {
      var written = columns.number(line);
      var known = written.isEmpty() ? named(fields) : numbered(written);
      if (known.size() > 1) {
        preview.refuse(line.number(), "在册有几处同名，要写编号。");
      } else if (known.isEmpty() && !written.isEmpty()) {
        preview.refuse(line.number(), "没有这个编号的点位，或者已撤销。新的一处不写编号。");
      } else {
        take(line, fields, known.stream().findFirst());
      }
    }
  }

  private List<Revision> named(Answers fields) {
    return Filings.area(form, fields)
        .map(area -> keyToStanding.getOrDefault(key(area, fields), List.of()))
        .orElse(List.of());
  }

  private List<Revision> numbered(String written) throws Unavailable {
    var number = RecordNumber.first(written).filter(one -> one.rest().isEmpty());
    if (number.isEmpty()) {
      return List.of();
    }
    var whole = number.get().letter().isEmpty() ? number.get().of(form.number()) : number.get();
    return facts
        .record(whole.text())
        .filter(revision -> revision.record().form().equals(FORM))
        .filter(revision -> revision.state() != Revision.State.WITHDRAWN)
        .stream()
        .toList();
  }

  private void take(Line line, Answers fields, Optional<Revision> standing) {
    switch (rows.complete(fields, standing)) {
      case SiteRows.Said.Not(String reason) -> preview.refuse(line.number(), reason);
      case SiteRows.Said.Fields(Answers whole) -> {
        var area = Filings.area(form, whole).orElseThrow();
        var holder = standing.map(one -> one.record().person()).or(() -> holder(area));
        var key = standing.map(one -> one.record().number()).orElseGet(() -> key(area, whole));
        if (!seen.add(key)) {
          preview.refuse(line.number(), "前面已经有这一处：删掉一行，或者换一个名称。");
        } else if (holder.isEmpty()) {
          preview.refuse(line.number(), "这个镇街在通讯录里没有站长，也没有镇街人员，点位没有人管。");
        } else {
          preview.take(new SitePreview.Row(line.number(), whole, standing, holder.get()));
        }
      }
    }
  }

  /** Who answers for the town: the head of its station, else its officer. */
  private Optional<PersonId> holder(AreaCode area) {
    return of(Role.HEAD, area).or(() -> of(Role.TOWN, area)).map(Person::id);
  }

  private Optional<Person> of(Role role, AreaCode area) {
    var town = directory.around(area, Area.Kind.TOWN);
    return directory.people().stream()
        .filter(person -> person.role() == role)
        .filter(person -> directory.around(person.area(), Area.Kind.TOWN).equals(town))
        .findFirst();
  }
}

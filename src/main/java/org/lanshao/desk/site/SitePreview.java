package org.lanshao.desk.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.census.Preview;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.record.Revision;

/**
 * What a ledger of sites would change.
 *
 * @param fresh sites that nobody entered yet
 * @param changed sites that would stand there otherwise
 * @param same how many stand there like this
 * @param refused lines that cannot be taken
 * @param unknown names of columns that hold nothing known
 */
public record SitePreview(
    List<Row> fresh,
    List<Row> changed,
    int same,
    List<Preview.Refused> refused,
    List<String> unknown) {
  /** Copies the lists. */
  public SitePreview {
    fresh = List.copyOf(fresh);
    changed = List.copyOf(changed);
    refused = List.copyOf(refused);
    unknown = List.copyOf(unknown);
  }

  /**
   * A line that can be taken; private.
   *
   * @param line its number, from 1
   * @param answers all that the form then says of the site
   * @param standing the record of the site; empty for a new one
   * @param person in whose hands a new one is
   */
  public record Row(int line, Answers answers, Optional<Revision> standing, PersonId person) {
    /** The number of a site that is there already. */
    public Optional<String> number() {
      return standing.map(revision -> revision.record().number());
    }

    /** The number of the line alone. */
    @Override
    public String toString() {
      return "Row[" + line + "]";
    }
  }

  /** All rows that change something. */
  public List<Row> rows() {
    return Stream.concat(fresh.stream(), changed.stream()).toList();
  }

  /** A preview in the making. */
  static final class Making {
    private final List<Row> fresh = new ArrayList<>();
    private final List<Row> changed = new ArrayList<>();
    private final List<Preview.Refused> refused = new ArrayList<>();
    private int same;

    void take(Row row) {
      if (row.standing().isEmpty()) {
        fresh.add(row);
      } else if (row.standing().get().record().answers().equals(row.answers())) {
        same++;
      } else {
        changed.add(row);
      }
    }

    void refuse(int line, String reason) {
      refused.add(new Preview.Refused(line, reason));
    }

    SitePreview done(List<String> unknown) {
      return new SitePreview(fresh, changed, same, refused, unknown);
    }
  }
}

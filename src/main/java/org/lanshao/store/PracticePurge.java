package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import org.lanshao.reading.Practice;

/** Takes away old records, emergencies and notices of practice, as their people can themselves. */
final class PracticePurge implements Purge {
  private static final String NEXT =
      "SELECT number FROM (SELECT number, at FROM submission WHERE substr(number, 2, 1) = 'X'"
          + " UNION SELECT number, at FROM alert WHERE practice = 1"
          + " UNION SELECT number, changed FROM notice WHERE substr(number, 2, 1) = 'X') x"
          + " GROUP BY number HAVING MAX(at) < ? ORDER BY number LIMIT ?";

  private final Forgetting forgetting;

  PracticePurge(Forgetting forgetting) {
    this.forgetting = forgetting;
  }

  @Override
  public Done slice(Link link, String from, long before, int most) throws SQLException {
    var old = new ArrayList<String>();
    try (var rows = link.prepare(NEXT, before, most).executeQuery()) {
      while (rows.next()) {
        old.add(rows.getString(1));
      }
    }
    for (String number : old.stream().filter(Practice::is).toList()) {
      forgetting.dropMedia(link, number);
      PracticeStore.remove(link, number);
    }
    return new Done(old.size(), old.size() == most ? "more" : "");
  }
}

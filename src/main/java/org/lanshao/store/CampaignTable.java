package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.alert.By;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Listed;
import org.lanshao.directory.PersonId;
import org.lanshao.register.FileNumber;
import org.lanshao.turn.CampaignJson;

/**
 * The tables {@code campaign}, every version of every campaign, {@code campaign_household} and
 * {@code campaign_beginning}.
 */
final class CampaignTable {
  private static final Insert INSERT =
      new Insert(
          "campaign",
          List.of(
              text("number"),
              whole("version"),
              whole("stage"),
              whole("start"),
              whole("finish"),
              text("person"),
              whole("at"),
              bytes("body")),
          2);
  private static final Insert LISTED =
      new Insert(
          "campaign_household",
          List.of(text("campaign"), text("household"), whole("found"), whole("at")),
          2);
  private static final String LIST =
      "SELECT household, found, at FROM campaign_household WHERE campaign = ? ORDER BY household";
  private static final String STANDING =
      "SELECT c.number, c.version, c.stage, c.start, c.finish, c.person, c.at, c.body"
          + " FROM campaign c WHERE NOT EXISTS (SELECT 1 FROM campaign l WHERE l.number = c.number"
          + " AND l.version > c.version) AND ";
  private static final String ONE = STANDING + "c.number = ?";

  /** By the numbers that are stored. */
  private static final List<Campaign.Stage> STAGES =
      List.of(
          Campaign.Stage.DRAFT,
          Campaign.Stage.BEGUN,
          Campaign.Stage.ENDING,
          Campaign.Stage.DROPPED);

  private static final String BEGUN = "c.stage IN (1, 2)";
  private static final String OPEN =
      STANDING
          + BEGUN
          + " AND c.start <= ? AND (c.finish = 0 OR c.finish > ?) ORDER BY c.start, c.number";
  private static final String ALL = STANDING + BEGUN + " ORDER BY c.start DESC, c.number DESC";
  private static final String ASKED =
      STANDING + "c.stage IN (0, 2) AND c.person = ? ORDER BY c.at DESC LIMIT 1";

  private static final Insert BEGINNING =
      new Insert("campaign_beginning", List.of(whole("place"), whole("at")), 1);

  private final Dialect dialect;
  private final Seal seal;

  CampaignTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  /** The row of a version, what people wrote sealed. */
  Object[] row(Campaign campaign) {
    var by = campaign.by();
    return new Object[] {
      campaign.number(),
      (long) campaign.version(),
      (long) STAGES.indexOf(campaign.stage()),
      campaign.start().toEpochMilli(),
      campaign.end().map(Instant::toEpochMilli).orElse(0L),
      by.person().map(PersonId::text).orElse(""),
      by.at().toEpochMilli(),
      seal.seal(
          "campaign.body", key(campaign.number(), campaign.version()), CampaignJson.write(campaign))
    };
  }

  private static String key(String number, int version) {
    return number + "#" + version;
  }

  /** Inserts a version; false when there is one of this number: somebody was faster. */
  boolean insert(Link link, Object[] row) throws SQLException {
    return !dialect.insert(link, INSERT, List.<Object[]>of(row)).isEmpty();
  }

  /** Takes the next beginning; false when somebody did who knew the same ones. */
  boolean begin(Link link, Object[] row) throws SQLException {
    return !dialect.insert(link, BEGINNING, List.<Object[]>of(row)).isEmpty();
  }

  /** As {@link org.lanshao.turn.Campaigns#beginnings}. */
  static long beginnings(Link link) throws SQLException {
    return Long.parseLong(link.ask("SELECT coalesce(max(place), 0) FROM campaign_beginning"));
  }

  static Object[] row(Listed listed) {
    return new Object[] {
      listed.campaign(),
      listed.household().text(),
      listed.isFound() ? 1L : 0L,
      listed.at().toEpochMilli()
    };
  }

  /** Puts households on lists; those that are there stay as they are. */
  void list(Link link, List<Object[]> rows) throws SQLException {
    dialect.insert(link, LISTED, rows);
  }

  /** As {@link org.lanshao.turn.Campaigns#listed}. */
  static List<Listed> listed(Link link, String campaign) throws SQLException {
    var listed = new ArrayList<Listed>();
    try (var rows = link.prepare(LIST, campaign).executeQuery()) {
      while (rows.next()) {
        listed.add(
            new Listed(
                campaign,
                new FileNumber(rows.getString(1)),
                rows.getInt(2) == 1,
                Instant.ofEpochMilli(rows.getLong(3))));
      }
    }
    return listed;
  }

  /** As {@link org.lanshao.turn.Campaigns#campaign}. */
  Optional<Campaign> campaign(Link link, String number) throws SQLException {
    return read(link, ONE, number).stream().findFirst();
  }

  /** As {@link org.lanshao.turn.Campaigns#open}. */
  List<Campaign> open(Link link, Instant at) throws SQLException {
    return read(link, OPEN, at.toEpochMilli(), at.toEpochMilli());
  }

  /** As {@link org.lanshao.turn.Campaigns#begun}. */
  List<Campaign> begun(Link link) throws SQLException {
    return read(link, ALL);
  }

  /** As {@link org.lanshao.turn.Campaigns#asked}. */
  Optional<Campaign> asked(Link link, PersonId person) throws SQLException {
    return read(link, ASKED, person.text()).stream().findFirst();
  }

  private List<Campaign> read(Link link, String sql, Object... values) throws SQLException {
    var found = new ArrayList<Campaign>();
    try (var rows = link.prepare(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(read(rows));
      }
    }
    return found;
  }

  private Campaign read(ResultSet rows) throws SQLException {
    var number = rows.getString(1);
    int version = rows.getInt(2);
    var stored = seal.open("campaign.body", key(number, version), rows.getBytes(8));
    var body = CampaignJson.read(stored);
    long finish = rows.getLong(5);
    var person = rows.getString(6);
    return new Campaign(
        number,
        body.name(),
        body.areas(),
        Instant.ofEpochMilli(rows.getLong(4)),
        finish == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finish)),
        STAGES.get(rows.getInt(3)),
        body.isByHand(),
        body.causes(),
        version,
        new By(
            person.isEmpty() ? Optional.empty() : Optional.of(new PersonId(person)),
            body.from(),
            Instant.ofEpochMilli(rows.getLong(7))));
  }
}

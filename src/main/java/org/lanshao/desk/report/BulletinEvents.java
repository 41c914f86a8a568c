package org.lanshao.desk.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.campaign.Campaign;
import org.lanshao.command.RowsReader;
import org.lanshao.command.Span;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Wording;
import org.lanshao.notice.Item;
import org.lanshao.notice.Level;
import org.lanshao.notice.Notice;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.PrivateNumbers;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/** What a newsletter tells of notices and campaigns. */
final class BulletinEvents {
  /** So many areas are named. */
  private static final int MOST_NAMED = 3;

  private final Facts facts;
  private final Surroundings around;
  private final Wording wording;
  private final LocalDate today;

  BulletinEvents(Facts facts, Surroundings around, Wording wording, LocalDate today) {
    this.facts = facts;
    this.around = around;
    this.wording = wording;
    this.today = today;
  }

  /** Notices that went out on these days to somebody there; no practice. */
  BulletinLines.Items notices(Span.Of span) throws Unavailable {
    var since = span.range().first().atStartOfDay(zone()).toInstant();
    return BulletinLines.Items.of(
        facts.notices().current(since).stream()
            .map(KeptNotice::notice)
            .filter(notice -> isOut(notice) && span.range().holds(day(notice.content().at())))
            .filter(notice -> touches(notice.content().stations(), span.scope()))
            .map(this::item)
            .toList());
  }

  private static boolean isOut(Notice notice) {
    boolean dropped =
        notice.stage() instanceof Notice.Stage.Over over && over.end() == Notice.End.DROPPED;
    boolean draft = notice.stage() instanceof Notice.Stage.Draft;
    return !draft && !dropped && !notice.content().status().isPractice();
  }

  private BulletinLines.Item item(Notice notice) {
    var content = notice.content();
    var day = day(content.at());
    return new BulletinLines.Item(
        day,
        Map.of(
            RowsReader.DAY, RangeText.of(day, today, wording),
            RowsReader.NUMBER, content.number(),
            RowsReader.PLACE, names(content.first().areas()),
            RowsReader.TITLE, title(content.first())));
  }

  /** 暴雨红色预警; of a plain notice its first words. */
  private static String title(Item item) {
    var words = item.text().strip().lines().findFirst().orElse("");
    boolean plain = item.level() instanceof Level.Plain && !words.isEmpty();
    return plain ? item.headline() + "：" + PrivateNumbers.masked(words) : item.headline();
  }

  /** Campaigns that began or ended there on these days, a line for each of both. */
  BulletinLines.Items campaigns(Span.Of span) throws Unavailable {
    var items = new ArrayList<BulletinLines.Item>();
    var now = around.clock().instant();
    for (Campaign campaign : facts.campaigns().begun()) {
      if (!touches(campaign.areas(), span.scope())) {
        continue;
      }
      add(items, campaign, campaign.start(), ReportWords.CAMPAIGN_BEGAN, span.range());
      if (campaign.isOver(now)) {
        var end = campaign.end().orElse(now);
        add(items, campaign, end, ReportWords.CAMPAIGN_ENDED, span.range());
      }
    }
    return BulletinLines.Items.of(items);
  }

  private void add(
      List<BulletinLines.Item> items,
      Campaign campaign,
      Instant at,
      ReportWords stage,
      DayRange range) {
    if (range.holds(day(at)) && !at.isAfter(around.clock().instant())) {
      var slots =
          Map.of(
              RowsReader.DAY, RangeText.of(day(at), today, wording),
              RowsReader.NUMBER, campaign.number(),
              RowsReader.PLACE, names(campaign.areas()),
              RowsReader.CALLED, campaign.name(),
              RowsReader.STAGE, wording.say(stage));
      items.add(new BulletinLines.Item(day(at), slots));
    }
  }

  private String names(Collection<AreaCode> areas) {
    var names =
        areas.stream()
            .limit(MOST_NAMED)
            .flatMap(code -> around.directory().area(code).stream())
            .map(around.directory()::fullName)
            .collect(Collectors.joining("、"));
    return areas.size() > MOST_NAMED
        ? wording.say(
            ReportWords.AREAS_MANY, Map.of("names", names, "count", Integer.toString(areas.size())))
        : names;
  }

  private boolean touches(Collection<AreaCode> areas, Scope scope) {
    return areas.stream().anyMatch(area -> touches(area, scope));
  }

  private boolean touches(AreaCode area, Scope scope) {
    var directory = around.directory();
    return switch (scope) {
      case Scope.ByPerson own -> false;
      case Scope.InArea(AreaCode whole) ->
          directory.within(area, whole) || directory.within(whole, area);
      case Scope.InAreas(List<AreaCode> several) ->
          several.stream().anyMatch(one -> touches(area, new Scope.InArea(one)));
    };
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone()).toLocalDate();
  }

  private ZoneId zone() {
    return around.clock().getZone();
  }
}

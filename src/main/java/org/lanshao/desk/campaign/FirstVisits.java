package org.lanshao.desk.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Campaign.Cause;
import org.lanshao.count.Median;
import org.lanshao.count.Scope;
import org.lanshao.desk.notice.NoticeText;
import org.lanshao.desk.register.FileCard;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.notice.Notice;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Submission;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Records;
import org.lanshao.turn.Unavailable;

/** 首访用时: how long after it was told of a notice each station filed its first visit. */
final class FirstVisits {
  /** What comes later is no answer to the notice. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** More stations than this are told as counties alone. */
  private static final int MOST_STATIONS = 30;

  private final CampaignTalk talk;
  private final Facts facts;
  private final ZoneId zone;

  FirstVisits(CampaignTalk talk, Facts facts, ZoneId zone) {
    this.talk = talk;
    this.facts = facts;
    this.zone = zone;
  }

  /** After a notice; of the stations in the speaker's charge. */
  String of(Notice notice) throws Unavailable {
    return told(notice.number() + " " + NoticeText.title(notice), mine(told(notice)));
  }

  /** After the first notice of a campaign that reached each station; by hand, after its start. */
  String of(Campaign campaign) throws Unavailable {
    var since = new HashMap<AreaCode, Instant>();
    talk.directory().areas().stream()
        .filter(area -> area.kind() == Area.Kind.TOWN)
        .filter(area -> isIn(area.code(), campaign))
        .forEach(area -> since.put(area.code(), campaign.start()));
    var reached = new HashMap<AreaCode, Instant>();
    for (Cause cause : campaign.causes()) {
      facts
          .notices()
          .notice(cause.notice())
          .map(KeptNotice::notice)
          .ifPresent(
              notice ->
                  told(notice).forEach((at, when) -> reached.merge(at, when, FirstVisits::first)));
    }
    since.replaceAll((station, start) -> reached.getOrDefault(station, start));
    return told(campaign.number() + " " + campaign.name(), mine(since));
  }

  private static Map<AreaCode, Instant> told(Notice notice) {
    var told = new HashMap<AreaCode, Instant>();
    notice.told().forEach((station, left) -> told.put(station, left.at()));
    return told;
  }

  private boolean isIn(AreaCode town, Campaign campaign) {
    return campaign.areas().stream().anyMatch(area -> talk.directory().within(town, area));
  }

  private static Instant first(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Map<AreaCode, Instant> mine(Map<AreaCode, Instant> since) {
    var mine = new LinkedHashMap<AreaCode, Instant>();
    talk.directory().areas().stream()
        .map(Area::code)
        .filter(since::containsKey)
        .filter(talk::isMine)
        .forEach(station -> mine.put(station, since.getOrDefault(station, Instant.MAX)));
    return mine;
  }

  private String told(String title, Map<AreaCode, Instant> since) throws Unavailable {
    if (since.isEmpty()) {
      return talk.say(CampaignWords.FIRST_NOBODY, Map.of("title", title));
    }
    var minutes = minutes(since);
    var lines = new ArrayList<String>();
    lines.add(
        talk.say(
            minutes.isEmpty() ? CampaignWords.FIRST_NONE : CampaignWords.FIRST,
            slots(title, minutes.values(), since.size())));
    var counties =
        since.keySet().stream()
            .collect(Collectors.groupingBy(this::county, TreeMap::new, Collectors.toList()));
    if (counties.size() > 1) {
      counties.forEach((county, stations) -> lines.add(county(county, stations, minutes)));
    }
    if (since.size() <= MOST_STATIONS) {
      minutes.forEach((station, needed) -> lines.add(station(station, needed)));
    }
    var none = since.keySet().stream().filter(station -> !minutes.containsKey(station));
    var names = none.map(talk::name).collect(Collectors.joining("、"));
    if (!names.isEmpty()) {
      lines.add(talk.say(CampaignWords.FIRST_NOT_YET, Map.of("names", names)));
    }
    return String.join("\n", lines);
  }

  private static Map<String, String> slots(String place, Collection<Long> minutes, int all) {
    var slots = new HashMap<String, String>();
    slots.put("title", place);
    slots.put("visited", Integer.toString(minutes.size()));
    slots.put("all", Integer.toString(all));
    slots.put("median", minutes.isEmpty() ? "" : Long.toString(Median.of(minutes)));
    return slots;
  }

  private String county(String county, List<AreaCode> stations, Map<AreaCode, Long> minutes) {
    var own = stations.stream().flatMap(s -> Optional.ofNullable(minutes.get(s)).stream()).toList();
    return talk.say(
        own.isEmpty() ? CampaignWords.FIRST_COUNTY_NONE : CampaignWords.FIRST_COUNTY,
        slots(county, own, stations.size()));
  }

  private String county(AreaCode station) {
    return talk.directory().around(station, Area.Kind.COUNTY).map(Area::name).orElse("");
  }

  private String station(AreaCode station, long needed) {
    var slots = Map.of("place", talk.name(station), "minutes", Long.toString(needed));
    return talk.say(CampaignWords.FIRST_STATION, slots);
  }

  /** Minutes to the first visit, for each station that made one; the quickest first. */
  private Map<AreaCode, Long> minutes(Map<AreaCode, Instant> since) throws Unavailable {
    var first = new HashMap<AreaCode, Instant>();
    var scope = Scope.in(List.copyOf(since.keySet()));
    Optional<Records.Mark> mark = Optional.empty();
    do {
      var page = facts.records().page(FileCard.VISIT, scope, days(since), mark);
      page.records().forEach(visit -> note(visit.record(), since, first));
      mark = page.next();
    } while (mark.isPresent());
    var minutes = new LinkedHashMap<AreaCode, Long>();
    first.entrySet().stream()
        .map(one -> Map.entry(one.getKey(), needed(since, one.getKey(), one.getValue())))
        .sorted(
            Map.Entry.<AreaCode, Long>comparingByValue().thenComparing(one -> one.getKey().text()))
        .forEach(one -> minutes.put(one.getKey(), one.getValue()));
    return minutes;
  }

  private static long needed(Map<AreaCode, Instant> since, AreaCode station, Instant visit) {
    return Duration.between(since.getOrDefault(station, visit), visit).toMinutes();
  }

  private DayRange days(Map<AreaCode, Instant> since) {
    var from = Collections.min(since.values()).atZone(zone).toLocalDate();
    var to = Collections.max(since.values()).plus(LONGEST).atZone(zone).toLocalDate();
    return new DayRange(from, to);
  }

  private void note(Submission visit, Map<AreaCode, Instant> since, Map<AreaCode, Instant> first) {
    var town = talk.directory().around(visit.area(), Area.Kind.TOWN).map(Area::code);
    town.filter(since::containsKey)
        .filter(station -> isAnswer(visit.at(), since.getOrDefault(station, Instant.MAX)))
        .ifPresent(station -> first.merge(station, visit.at(), FirstVisits::first));
  }

  private static boolean isAnswer(Instant visit, Instant told) {
    return !visit.isBefore(told) && visit.isBefore(told.plus(LONGEST));
  }
}

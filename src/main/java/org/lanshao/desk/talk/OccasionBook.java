package org.lanshao.desk.talk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lanshao.campaign.Campaign;
import org.lanshao.command.Asking;
import org.lanshao.count.Occasion;
import org.lanshao.count.Occasions;
import org.lanshao.directory.Person;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.Folding;
import org.lanshao.season.Season;
import org.lanshao.season.Seasons;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * The seasons, holidays and campaigns that somebody may ask about by name. Without a year the name
 * of a season or holiday means the last one that began; none reaches beyond the day on which it is
 * asked about.
 */
public final class OccasionBook {
  /** Seasons and holidays of so many years before are known too. */
  private static final int YEARS_BACK = 3;

  /** What people call a holiday by its day. */
  private static final Map<String, String> OTHER_NAMES = Map.of("劳动节", "五一", "国庆", "十一");

  private final Facts facts;
  private final Surroundings surroundings;

  /** By the campaigns, seasons and holidays that are known. */
  public OccasionBook(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
  }

  /** What the words of a speaker are understood by. */
  public Asking asking(Heard heard) throws Unavailable {
    return asking(heard.speaker(), heard.today());
  }

  /** The same, of words that were said on this day. */
  public Asking asking(Person speaker, LocalDate day) throws Unavailable {
    var all = new ArrayList<Occasion>();
    var campaigns = campaigns(speaker, day);
    all.addAll(campaigns);
    all.addAll(seasons(speaker, day));
    all.addAll(holidays(day));
    campaigns.forEach(campaign -> all.add(plainly(campaign)));
    return new Asking(speaker, day, new Occasions(all));
  }

  private List<Occasion> campaigns(Person speaker, LocalDate day) throws Unavailable {
    var charge = surroundings.directory().charge(speaker);
    return facts.campaigns().begun().stream()
        .filter(one -> one.touches(charge, surroundings.directory()))
        .filter(
            one -> !one.start().atZone(surroundings.clock().getZone()).toLocalDate().isAfter(day))
        .map(one -> occasion(one, day))
        .toList();
  }

  /** A campaign by its number, and by its name behind 行动. */
  private Occasion occasion(Campaign campaign, LocalDate day) {
    var zone = surroundings.clock().getZone();
    var night = day.plusDays(1).atStartOfDay(zone).minusNanos(1).toInstant();
    var number = Folding.tight(campaign.number());
    var words = List.of(number, "行动" + number, "行动" + Folding.tight(campaign.name()));
    return new Occasion(
        words,
        campaign.number() + " " + campaign.name(),
        campaign.days(night, zone),
        List.copyOf(campaign.areas()));
  }

  /** A campaign by its bare name, where nothing else is called so. */
  private static Occasion plainly(Occasion campaign) {
    var name = campaign.words().getLast().substring("行动".length());
    return new Occasion(List.of(name), campaign.name(), campaign.range(), campaign.areas());
  }

  /** As they are where the speaker works. */
  private List<Occasion> seasons(Person speaker, LocalDate day) throws Unavailable {
    var all = new LocalSeasons(facts, surroundings).in(speaker.area());
    return all.seasons().stream().flatMap(season -> season(season, all, day)).toList();
  }

  private static Stream<Occasion> season(Season season, Seasons all, LocalDate day) {
    var yearToDays = new TreeMap<Integer, DayRange>();
    for (int year = day.getYear() - YEARS_BACK; year <= day.getYear(); year++) {
      all.in(season.id(), year)
          .filter(span -> !span.start().isAfter(day))
          .map(span -> new DayRange(span.start(), span.end().isAfter(day) ? day : span.end()))
          .ifPresent(days -> yearToDays.put(days.first().getYear(), days));
    }
    return named(season.name(), season.words(), yearToDays, day);
  }

  /** 国庆中秋 is 国庆 and 中秋 too, which other years have alone. */
  private List<Occasion> holidays(LocalDate day) {
    var days = new TreeMap<>(surroundings.reminders().workdays().holidays()).headMap(day, true);
    var names = new TreeSet<>(days.values());
    var nameToYears = new TreeMap<String, TreeMap<Integer, DayRange>>();
    days.forEach(
        (date, whole) ->
            names.stream()
                .filter(whole::contains)
                .forEach(
                    name ->
                        nameToYears
                            .computeIfAbsent(name, unseen -> new TreeMap<>())
                            .merge(date.getYear(), new DayRange(date, date), OccasionBook::both)));
    return nameToYears.entrySet().stream()
        .flatMap(one -> named(one.getKey(), words(one.getKey()), one.getValue(), day))
        .toList();
  }

  private static DayRange both(DayRange before, DayRange after) {
    return new DayRange(before.first(), after.last());
  }

  private static List<String> words(String holiday) {
    var names = Stream.concat(Stream.of(holiday), Stream.ofNullable(OTHER_NAMES.get(holiday)));
    return names.flatMap(name -> Stream.of(name, name + "节", name + "假期")).toList();
  }

  private static Stream<Occasion> named(
      String name, List<String> words, Map<Integer, DayRange> yearToDays, LocalDate day) {
    int last = yearToDays.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    return yearToDays.entrySet().stream()
        .map(
            one ->
                new Occasion(
                    words.stream()
                        .map(Folding::tight)
                        .flatMap(word -> words(word, one.getKey(), last, day.getYear()))
                        .toList(),
                    name,
                    one.getValue(),
                    List.of()));
  }

  private static Stream<String> words(String word, int year, int last, int now) {
    var said = new ArrayList<>(List.of(year + "年" + word));
    if (year == last) {
      said.add(word);
    }
    if (year == now) {
      said.add("今年" + word);
    }
    if (year == now - 1) {
      said.add("去年" + word);
    }
    return said.stream();
  }
}

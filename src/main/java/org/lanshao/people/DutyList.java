package org.lanshao.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.OnDuty;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;

/** 值班: who has duty now, and who is planned for the next days. */
final class DutyList {
  private static final int DAYS = 7;
  private static final Set<String> MISSING = Set.of("缺岗", "缺崗", "没人", "空岗");

  private DutyList() {}

  /** The answer; empty when the words behind 值班 are nothing about duty. */
  static Optional<Outcome> answer(Said said, String rest) {
    var word = Folding.tight(rest).replaceAll("今日|今天|本周|这周|現在|现在", "");
    Directory directory = said.directory();
    if (MISSING.contains(word)) {
      return Optional.of(
          Outcome.say(Reply.of(areas(said, directory.charge(said.speaker()), true))));
    }
    if (word.isEmpty()) {
      return Optional.of(Outcome.say(Reply.of(of(said, directory.charge(said.speaker())))));
    }
    return switch (new Names(directory, said.speaker().area()).place(word)) {
      case Names.Which.Nothing<Area> nothing -> Optional.empty();
      case Names.Which.Several<Area>(String name, List<Area> all, String more) ->
          Optional.of(Moves.whichPlace(said, name, all, PeopleWord.DUTY.word() + " "));
      case Names.Which.One<Area>(Area area, String more) ->
          Optional.of(
              directory.within(area.code(), directory.charge(said.speaker()))
                  ? Outcome.say(Reply.of(of(said, area.code())))
                  : said.reply(PeopleWords.BEYOND_YOU, Map.of("area", directory.fullName(area))));
    };
  }

  /** Of a county or city its stations; of a station the next days too. */
  private static String of(Said said, AreaCode area) {
    boolean wide =
        said.directory().area(area).filter(a -> a.kind().compareTo(Area.Kind.TOWN) < 0).isPresent();
    return wide ? areas(said, area, false) : now(said, area) + "\n" + plan(said, area);
  }

  private static String now(Said said, AreaCode area) {
    OnDuty on = said.directory().onDuty(area, said.now());
    var names = new Names(said.directory(), area);
    var slots = Map.of("area", names.where(area), "names", names.list(on.people()));
    return switch (on.why()) {
      case STATION -> said.say(PeopleWords.DUTY_NOW, slots);
      case NOBODY -> said.say(PeopleWords.DUTY_NOBODY, slots);
      default -> said.say(PeopleWords.DUTY_STANDS_IN, slots);
    };
  }

  private static String plan(Said said, AreaCode area) {
    var lines = new ArrayList<String>();
    LocalDate today = said.directory().duty().day(said.now());
    for (int i = 0; i < DAYS; i++) {
      var day = today.plusDays(i);
      var names = Rosters.names(said, said.directory().duty().rostered(area, day));
      if (!names.isEmpty()) {
        lines.add(said.say(PeopleWords.ROSTER_LINE, Map.of("day", Days.text(day), "names", names)));
      }
    }
    return lines.isEmpty()
        ? said.say(PeopleWords.DUTY_NO_PLAN, Map.of())
        : said.say(PeopleWords.DUTY_PLAN, Map.of("lines", String.join("\n", lines)));
  }

  /** A line for each station where anybody works. */
  private static String areas(Said said, AreaCode area, boolean missing) {
    var directory = said.directory();
    var names = new Names(directory, area);
    var lines = new ArrayList<String>();
    for (Area town : directory.areas()) {
      if (isStation(directory, town, area)) {
        var on = directory.onDuty(town.code(), said.now());
        boolean manned = on.why() == OnDuty.Why.STATION;
        var slots = Map.of("area", directory.fullName(town), "names", names.list(on.people()));
        if (!manned || !missing) {
          lines.add(
              said.say(manned ? PeopleWords.DUTY_AREA_LINE : PeopleWords.DUTY_AREA_NONE, slots));
        }
      }
    }
    var slots = Map.of("area", names.where(area), "lines", String.join("\n", lines));
    return said.say(lines.isEmpty() ? PeopleWords.DUTY_ALL_MANNED : PeopleWords.DUTY_AREAS, slots);
  }

  private static boolean isStation(Directory directory, Area town, AreaCode area) {
    return town.kind() == Area.Kind.TOWN
        && directory.within(town.code(), area)
        && directory.people().stream()
            .anyMatch(person -> directory.within(person.area(), town.code()));
  }
}

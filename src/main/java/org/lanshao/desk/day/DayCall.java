package org.lanshao.desk.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.lanshao.campaign.Campaign;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Reminding.Letter;
import org.lanshao.turn.Unavailable;

/** Asks the stations of campaigns that hold for their day, unless they told of it. */
public final class DayCall {
  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;

  /** By what is told of each day while campaigns hold. */
  public DayCall(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
  }

  /** What goes out now, a letter for each station: {@code day:<area>}. */
  public List<Letter> letters() throws Unavailable {
    var clock = surroundings.clock();
    var now = clock.instant();
    var form = shelf.day("");
    var open = facts.campaigns().open(now);
    if (form.isEmpty() || open.isEmpty()) {
      return List.of();
    }
    var day = now.atZone(clock.getZone()).toLocalDate();
    var letters = new ArrayList<Letter>();
    for (DayStation station : DayStation.all(form.get(), day, surroundings.directory(), facts)) {
      var there = there(open, station);
      if (there.isPresent() && !station.told()) {
        letters.add(new Letter("day:" + station.area().code(), rows(station, day, there.get())));
      }
    }
    return letters;
  }

  /** The newest campaign that a station is in. */
  private Optional<Campaign> there(List<Campaign> open, DayStation station) {
    return open.reversed().stream()
        .filter(one -> one.touches(station.area().code(), surroundings.directory()))
        .findFirst();
  }

  private List<NewOutgoing> rows(DayStation station, LocalDate day, Campaign campaign)
      throws Unavailable {
    return new DayNudges(facts, shelf, surroundings).rows(station, day, to -> ask(to, campaign));
  }

  private String ask(DayNudges.To to, Campaign campaign) {
    var slots = new HashMap<>(to.slots());
    slots.put("campaign", campaign.number() + " " + campaign.name());
    return surroundings.wording().in(to.person().language()).say(DayWords.ASK, slots);
  }
}

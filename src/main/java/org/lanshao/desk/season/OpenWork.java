package org.lanshao.desk.season;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.campaign.Campaign;
import org.lanshao.desk.campaign.CampaignTalk;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.FormId;
import org.lanshao.form.Wording;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** What is open in somebody's charge when a season ends: told, so that nothing is forgotten. */
final class OpenWork {
  private static final FormId HAZARD = new FormId("hazard");

  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;
  private final Sheltered sheltered;

  OpenWork(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
    this.sheltered = new Sheltered(facts, shelf);
  }

  /** A line for each kind of work that is open in an area, behind one that says so. */
  List<String> lines(AreaCode area, Heard heard) throws Unavailable {
    var words = surroundings.wording().in(heard.speaker().language());
    var lines = new ArrayList<String>();
    lines.addAll(campaigns(area, heard));
    lines.addAll(hazards(area, words));
    var left = sheltered.in(area);
    if (!left.isEmpty()) {
      lines.add(words.say(SeasonWords.SHELTERED, left.slots()));
    }
    lines.addAll(duty(area, words));
    var name = Map.of("area", name(area));
    lines.addFirst(
        words.say(lines.isEmpty() ? SeasonWords.OPEN_NOTHING : SeasonWords.OPEN_BEGIN, name));
    return lines;
  }

  private List<String> campaigns(AreaCode area, Heard heard) throws Unavailable {
    var talk = new CampaignTalk(heard, surroundings);
    var lines = new ArrayList<String>();
    for (Campaign campaign : facts.campaigns().open(talk.now())) {
      if (campaign.touches(area, surroundings.directory())) {
        var slots = Map.of("line", talk.line(campaign));
        lines.add(
            surroundings
                .wording()
                .in(heard.speaker().language())
                .say(SeasonWords.OPEN_CAMPAIGN, slots));
      }
    }
    return lines;
  }

  private List<String> hazards(AreaCode area, Wording words) throws Unavailable {
    var lines = new ArrayList<String>();
    for (var form : shelf.current()) {
      var kind = form.matters().kind();
      if (form.id().equals(HAZARD) && kind.isPresent()) {
        long open = Sheltered.open(facts, form.number(), area).size();
        if (open > 0) {
          var slots = Map.of("name", kind.get().name(), "count", Long.toString(open));
          lines.add(words.say(SeasonWords.OPEN_MATTERS, slots));
        }
      }
    }
    return lines;
  }

  private List<String> duty(AreaCode area, Wording words) {
    var directory = surroundings.directory();
    var now = surroundings.clock().instant().atZone(surroundings.clock().getZone());
    int count = directory.duty().on(at -> directory.within(at, area), now).size();
    return count == 0
        ? List.of()
        : List.of(words.say(SeasonWords.OPEN_DUTY, Map.of("count", Integer.toString(count))));
  }

  private String name(AreaCode area) {
    var directory = surroundings.directory();
    return directory.area(area).map(directory::fullName).orElse(area.text());
  }
}

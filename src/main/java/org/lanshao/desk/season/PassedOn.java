package org.lanshao.desk.season;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.Group;
import org.lanshao.reading.Folding;
import org.lanshao.season.Schedule;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * 转发 3群 120人 says that a reminder was passed on: it is a record of publicity, about what the
 * station was reminded of today, by chat, in its own town.
 */
public final class PassedOn {
  private static final Pattern SAID =
      Pattern.compile(
          "转发(?:了|给|到)*(?:家长)?(?:(\\d{1,4})个?(?:家长)?群)?(?:家长)?(\\d{1,6})(?:人次|个人|人|名|位)(?:家长)?");

  private final Facts facts;
  private final Surroundings surroundings;

  /** By what stations were reminded of. */
  public PassedOn(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
  }

  /** The same in the words of the form 宣传; unchanged when it says something else. */
  public Heard asPublicity(Heard heard) throws Unavailable {
    var plain = Folding.fold(heard.text()).replaceAll("[ ,，、。]", "");
    var said = SAID.matcher(plain);
    if (!said.matches()) {
      return heard;
    }
    var groups = Optional.ofNullable(said.group(1)).map("%s个"::formatted).orElse("");
    return heard.saying(
        "宣传 %s %s人次 微信 %s 合作单位：%s家长群"
            .formatted(topic(heard).orElse(""), said.group(2), town(heard), groups));
  }

  private String town(Heard heard) {
    var directory = surroundings.directory();
    return directory.around(heard.speaker().area(), Area.Kind.TOWN).map(Area::name).orElse("");
  }

  /** What a group of the speaker's station was reminded of today; empty when of nothing. */
  private Optional<String> topic(Heard heard) throws Unavailable {
    var area = heard.speaker().area();
    for (Group group : surroundings.directory().groups()) {
      if (surroundings.directory().within(area, group.area())) {
        var last = facts.reminders().reminded("g:" + group.id(), heard.today());
        var topic = last.flatMap(surroundings.reminders()::schedule).map(Schedule::topic);
        if (topic.isPresent()) {
          return topic;
        }
      }
    }
    return Optional.empty();
  }
}

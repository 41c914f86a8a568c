package org.lanshao.desk.season;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.command.MatterAbout;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.record.Matter;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers 避难点: who was moved and is not home, by station, and of one station one by one. */
public final class ShelterDesk {
  private static final List<String> WORDS =
      List.of("仍在避难点", "还在避难点", "避难点", "安置点", "未返家", "没返家", "shelters");

  private static final Pattern BESIDE = Pattern.compile("[,，、。?？的嘅]|名单|几多户|多少户|有边个|有谁");

  /** More households are more than anybody reads at once. */
  private static final int MOST = 30;

  private final Shelf shelf;
  private final Sheltered sheltered;
  private final Surroundings surroundings;

  /** By the relocations that are on record. */
  public ShelterDesk(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.shelf = shelf;
    this.sheltered = new Sheltered(facts, shelf);
    this.surroundings = surroundings;
  }

  /** The words that no form may begin with. */
  public static List<String> firstWords() {
    return List.of("避难点");
  }

  /** What is asked by one word alone. */
  public static Set<String> messages() {
    return Set.copyOf(WORDS);
  }

  /** The line of 帮助. */
  public static List<String> help(Wording wording) {
    return List.of(wording.say(SeasonWords.HELP_SHELTERED));
  }

  /**
   * What is said; empty when the words are about something else, as amid a form, where 避难点 may be
   * an answer.
   */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    if (heard.talk().inHand().isPresent()) {
      return Optional.empty();
    }
    var said = BESIDE.matcher(Folding.tight(heard.text())).replaceAll("");
    var charge = directory().charge(heard.speaker());
    for (String word : WORDS) {
      if (said.startsWith(word) || said.endsWith(word)) {
        var rest = said.startsWith(word) ? said.substring(word.length()) : before(said, word);
        var area = rest.isEmpty() ? Optional.of(charge) : area(rest, heard);
        return area.isEmpty()
            ? Optional.empty()
            : Optional.of(Decision.say(Reply.of(told(area.get(), charge, heard))));
      }
    }
    return Optional.empty();
  }

  private static String before(String said, String word) {
    return said.substring(0, said.length() - word.length());
  }

  private Optional<AreaCode> area(String name, Heard heard) {
    return directory().find(name, heard.speaker().area()) instanceof Found.One(Area area)
        ? Optional.of(area.code())
        : Optional.empty();
  }

  private String told(AreaCode area, AreaCode charge, Heard heard) throws Unavailable {
    var words = surroundings.wording().in(heard.speaker().language());
    if (!directory().within(area, charge)) {
      return words.say(SeasonWords.SHELTERED_BEYOND, Map.of("area", name(charge)));
    }
    var left = sheltered.in(area);
    if (left.isEmpty()) {
      return words.say(SeasonWords.SHELTERED_NONE, Map.of("area", name(area)));
    }
    var slots = new HashMap<>(left.slots());
    slots.put("area", name(area));
    var lines = new ArrayList<String>();
    lines.add(words.say(SeasonWords.SHELTERED_BEGIN, slots));
    var stations = stations(left);
    if (stations.size() > 1) {
      stations.forEach((station, its) -> lines.add(line(station, its, words)));
    } else if (heard.chat() instanceof Chat.Private) {
      lines.addAll(ones(left, heard, words));
    }
    return String.join("\n", lines);
  }

  private Map<AreaCode, Sheltered.Left> stations(Sheltered.Left left) {
    var stations = new LinkedHashMap<AreaCode, Sheltered.Left>();
    for (Area area : directory().areas()) {
      var its =
          left.moved().stream()
              .filter(one -> area.kind() == Area.Kind.TOWN)
              .filter(one -> directory().within(one.area(), area.code()))
              .toList();
      if (!its.isEmpty()) {
        stations.put(area.code(), new Sheltered.Left(its));
      }
    }
    return stations;
  }

  private String line(AreaCode station, Sheltered.Left left, Wording words) {
    var slots = new HashMap<>(left.slots());
    slots.put("station", name(station));
    return words.say(SeasonWords.SHELTERED_LINE, slots);
  }

  /** Households by their numbers, with names masked. */
  private List<String> ones(Sheltered.Left left, Heard heard, Wording words) {
    var abouts = new MatterAbout(directory(), surroundings.register(), shelf.current(), words);
    var lines = new ArrayList<String>();
    for (Matter one : left.moved().stream().limit(MOST).toList()) {
      var slots =
          Map.of(
              "number", one.number(),
              "about", abouts.masked(one),
              "day", RangeText.of(one.day(), heard.today(), words),
              "left", MatterAbout.left(one, shelf.current()));
      lines.add(words.say(SeasonWords.SHELTERED_ONE, slots));
    }
    int more = left.moved().size() - MOST;
    if (more > 0) {
      lines.add(words.say(SeasonWords.SHELTERED_MORE, Map.of("count", Integer.toString(more))));
    }
    return lines;
  }

  private Directory directory() {
    return surroundings.directory();
  }

  private String name(AreaCode area) {
    return directory().area(area).map(directory()::fullName).orElse(area.text());
  }
}

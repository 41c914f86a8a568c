package org.lanshao.desk.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.command.MatterAbout;
import org.lanshao.command.Permission;
import org.lanshao.count.RangeText;
import org.lanshao.desk.matter.CareLines;
import org.lanshao.desk.matter.CareWords;
import org.lanshao.desk.matter.MatterDesk;
import org.lanshao.desk.matter.OpenList;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Found;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Prefix;
import org.lanshao.reading.RecordNumber;
import org.lanshao.record.Matter;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * 点位, 点位 富林镇 河塘, 点位 缺警示牌, 点位 W12: the waters, low-lying spots, banks and shelters of an area, as
 * the form {@code site} put them there and patrols found them last.
 */
public final class SiteDesk {
  /** The word that it answers. */
  public static final String SITES = "点位";

  private static final FormId SITE = new FormId("site");

  private static final Pattern WITHOUT = Pattern.compile("^(?:没有|没|无)");
  private static final Pattern BETWEEN = Pattern.compile("[ ,，、/]+");

  /** More than these at once is more than anybody reads. */
  private static final int MOST = 5000;

  private final Facts facts;
  private final Shelf shelf;
  private final Speech speech;
  private final MatterDesk matters;
  private final Surroundings surroundings;

  /** By the places that are kept, each a matter. */
  public SiteDesk(
      Facts facts, Shelf shelf, Speech speech, MatterDesk matters, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.speech = speech;
    this.matters = matters;
    this.surroundings = surroundings;
  }

  /** What follows; empty when the words are about something else, or no station has the form. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    var rest = Prefix.after(SITES, heard.text()).filter(text -> !OpenList.enters(text));
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    var form = form(heard);
    if (form.isEmpty() || form.get().matters().kind().isEmpty()) {
      return Optional.empty();
    }
    var named = RecordNumber.first(rest.get()).filter(number -> number.rest().isEmpty());
    if (named.isPresent()) {
      var number = named.get();
      var whole = number.letter().isEmpty() ? number.of(form.get().number()) : number;
      return matters.tell(whole.text(), heard).map(Decision::say);
    }
    return Optional.of(Decision.say(list(rest.get(), form.get(), heard)));
  }

  private Optional<Form> form(Heard heard) {
    return shelf.current(heard.speaker().language()).stream()
        .filter(one -> one.id().equals(SITE))
        .findFirst();
  }

  /** What is asked for: the kind's name and the state may be missing. */
  private record Asked(AreaCode area, Optional<String> kind, Optional<String> state) {
    boolean fits(Matter site) {
      return kind.filter(name -> !site.what().about().endsWith(" " + name)).isEmpty()
          && state.filter(id -> !site.state().equals(id)).isEmpty();
    }
  }

  private Reply list(String rest, Form form, Heard heard) throws Unavailable {
    var kind = form.matters().kind().orElseThrow();
    var widest = new Permission(surroundings.directory()).station(heard.speaker());
    var asked = new Asked(widest, Optional.empty(), Optional.empty());
    for (String word : BETWEEN.split(rest.strip())) {
      var next = word.isEmpty() ? Optional.of(asked) : asked(asked, word, form, heard);
      if (next.isEmpty()) {
        return say(heard, SiteWords.HOW, Map.of("word", word, "kinds", kinds(form)));
      }
      asked = next.get();
    }
    if (!surroundings.directory().within(asked.area(), widest)) {
      return Reply.of(
          words(heard).say(CareWords.NOT_YOUR_AREA, Map.of("area", name(asked.area()))));
    }
    var sites =
        facts.matters().open(form.number(), asked.area(), MOST).stream()
            .filter(asked::fits)
            .toList();
    return told(sites, asked, kind, heard);
  }

  private Optional<Asked> asked(Asked before, String word, Form form, Heard heard) {
    var kind = options(form).stream().filter(option -> isCalled(option, word)).findFirst();
    if (kind.isPresent()) {
      return Optional.of(new Asked(before.area(), kind.map(Option::label), before.state()));
    }
    var lacking = WITHOUT.matcher(word).replaceFirst("缺");
    var state =
        form.matters().kind().orElseThrow().states().stream()
            .filter(one -> one.label().equals(word) || one.label().equals(lacking))
            .findFirst();
    if (state.isPresent()) {
      return Optional.of(new Asked(before.area(), before.kind(), state.map(MatterKind.State::id)));
    }
    return surroundings.directory().find(word, heard.speaker().area())
            instanceof Found.One(Area area)
        ? Optional.of(new Asked(area.code(), before.kind(), before.state()))
        : Optional.empty();
  }

  private static List<Option> options(Form form) {
    return form.questions().stream()
        .filter(question -> question.id().text().equals("kind"))
        .map(Question::type)
        .flatMap(type -> type.options().stream())
        .toList();
  }

  private static boolean isCalled(Option option, String word) {
    return option.label().equals(word) || option.aliases().contains(word);
  }

  private static String kinds(Form form) {
    return options(form).stream().map(Option::label).collect(Collectors.joining("、"));
  }

  /** Numbers alone in a group. */
  private Reply told(List<Matter> sites, Asked asked, MatterKind kind, Heard heard) {
    var area = Map.of("area", name(asked.area()));
    if (sites.isEmpty()) {
      return say(heard, SiteWords.NONE, area);
    }
    var states =
        kind.states().stream()
            .map(state -> state.label() + " " + count(sites, state))
            .filter(text -> !text.endsWith(" 0"))
            .collect(Collectors.joining("，"));
    var slots =
        Map.of(
            "area", name(asked.area()),
            "count", Integer.toString(sites.size()),
            "states", states);
    var lines = new ArrayList<>(List.of(words(heard).say(SiteWords.BEGIN, slots)));
    if (heard.chat() instanceof Chat.Private) {
      var abouts =
          new MatterAbout(
              surroundings.directory(), surroundings.register(), shelf.current(), words(heard));
      var all =
          sites.stream()
              .map(site -> line(site, abouts.text(site, heard.speaker()), kind, heard))
              .toList();
      lines.addAll(CareLines.first(all, words(heard)));
    }
    return Reply.of(String.join("\n", lines));
  }

  private static long count(List<Matter> sites, MatterKind.State state) {
    return sites.stream().filter(site -> site.state().equals(state.id())).count();
  }

  private String line(Matter site, String about, MatterKind kind, Heard heard) {
    var state = kind.state(site.state()).map(MatterKind.State::label).orElse(site.state());
    boolean patrolled = site.steps().size() > 1;
    var checked =
        patrolled
            ? words(heard)
                .say(
                    SiteWords.CHECKED,
                    Map.of("day", RangeText.day(site.made().day(), words(heard))))
            : words(heard).say(SiteWords.NEVER);
    return words(heard)
        .say(
            SiteWords.LINE,
            Map.of("number", site.number(), "about", about, "state", state, "checked", checked));
  }

  private String name(AreaCode area) {
    var directory = surroundings.directory();
    return directory.area(area).map(directory::fullName).orElse(area.text());
  }

  private Wording words(Heard heard) {
    return speech.words(heard);
  }

  private Reply say(Heard heard, SiteWords phrase, Map<String, String> slots) {
    return Reply.of(words(heard).say(phrase, slots));
  }

  /** What 帮助 says of it. */
  public static List<String> help(Wording wording) {
    return List.of(wording.say(SiteWords.HELP));
  }
}

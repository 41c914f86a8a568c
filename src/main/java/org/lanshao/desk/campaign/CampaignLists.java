package org.lanshao.desk.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Listed;
import org.lanshao.desk.register.FileMet;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Found;
import org.lanshao.directory.Role;
import org.lanshao.form.Option;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.register.Categories;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.Masks;
import org.lanshao.register.Register;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Which households a campaign is to reach, how many of them were visited, and who was not. */
final class CampaignLists {
  private static final Pattern BETWEEN = Pattern.compile("[\\s、,，;；]+");
  private static final Set<String> ALL = Set.of("全部", "所有", "all");

  /** More villages than this are told as towns. */
  private static final int MOST_PLACES = 30;

  /** More households than this nobody reads in a chat. */
  private static final int TOLD = 30;

  private final CampaignTalk talk;
  private final Facts facts;
  private final Register register;
  private final Categories categories;

  CampaignLists(CampaignTalk talk, Facts facts, Register register, Categories categories) {
    this.talk = talk;
    this.facts = facts;
    this.register = register;
    this.categories = categories;
  }

  /** 行动 名单 A3 分散特困 富林镇: those households of the campaign's areas are to be reached. */
  Decision list(Campaign campaign, String rest) throws Unavailable {
    if (rest.isEmpty()) {
      return Decision.say(Reply.of(progress(campaign)));
    }
    if (!talk.leads(campaign)) {
      return Decision.say(talk.reply(CampaignWords.NOT_YOURS, Map.of()));
    }
    var areas = new ArrayList<AreaCode>();
    var wanted = new ArrayList<Option>();
    boolean all = false;
    for (String word : BETWEEN.split(rest)) {
      var category = categories.find(word);
      if (ALL.contains(word)) {
        all = true;
      } else if (category.isPresent()) {
        wanted.add(category.get());
      } else if (talk.directory().find(word, talk.heard().speaker().area())
          instanceof Found.One(Area area)) {
        areas.add(area.code());
      } else {
        return Decision.say(talk.reply(CampaignWords.LIST_HOW, Map.of("word", word)));
      }
    }
    return all || !wanted.isEmpty()
        ? listed(campaign, areas, wanted)
        : Decision.say(talk.reply(CampaignWords.LIST_HOW, Map.of("word", rest)));
  }

  private Decision listed(Campaign campaign, List<AreaCode> areas, List<Option> wanted)
      throws Unavailable {
    var before = households(campaign).stream().map(Household::number).toList();
    var more =
        register
            .lived()
            .filter(one -> isIn(one, List.copyOf(campaign.areas())))
            .filter(one -> areas.isEmpty() || isIn(one, areas))
            .filter(one -> wanted.isEmpty() || wanted.stream().anyMatch(o -> belongs(one, o)))
            .map(Household::number)
            .filter(number -> !before.contains(number))
            .map(number -> new Listed(campaign.number(), number, false, talk.now()))
            .toList();
    var slots =
        Map.of(
            "number", campaign.number(),
            "more", Integer.toString(more.size()),
            "all", Integer.toString(before.size() + more.size()));
    var reply = talk.reply(CampaignWords.LISTED, slots);
    return more.isEmpty()
        ? Decision.say(reply)
        : Decision.say(reply).with(new Effect.Lead(CampaignChanges.NONE.with(more)));
  }

  private boolean isIn(Household household, List<AreaCode> areas) {
    return areas.stream().anyMatch(area -> talk.directory().within(household.area(), area));
  }

  private boolean belongs(Household household, Option category) {
    var today = talk.heard().today();
    return categories.primary(household, today).equals(category.id())
        || household.clients().stream()
            .flatMap(client -> client.tags().stream())
            .anyMatch(tag -> tag.category().equals(category.id()) && tag.holds(today));
  }

  /** Those on the list that are on file and in the speaker's charge, each once. */
  private List<Household> households(Campaign campaign) throws Unavailable {
    return facts.campaigns().listed(campaign.number()).stream()
        .flatMap(listed -> register.household(listed.household()).stream())
        .filter(one -> talk.isMine(one.area()))
        .distinct()
        .sorted(
            Comparator.comparing((Household one) -> one.area().text())
                .thenComparing(Household::number))
        .toList();
  }

  /** Those on its list that somebody lives in, or that were visited while somebody did. */
  private List<Household> lived(Campaign campaign, Set<FileNumber> met) throws Unavailable {
    return households(campaign).stream()
        .filter(one -> !one.isVacant() || met.contains(one.number()))
        .toList();
  }

  /** Which households were visited on the campaign's days. */
  private Set<FileNumber> met(Campaign campaign) throws Unavailable {
    return new FileMet(facts, register).on(talk.days(campaign));
  }

  /** 进度 A3: visited of listed, by village; of many villages by town. */
  String progress(Campaign campaign) throws Unavailable {
    var met = met(campaign);
    var all = lived(campaign, met);
    if (all.isEmpty()) {
      return talk.say(CampaignWords.NO_LIST, Map.of("line", talk.line(campaign)));
    }
    var lines = new ArrayList<String>();
    var slots = slots(campaign, all, met);
    boolean onlyFound = Objects.equals(slots.get("found"), slots.get("all"));
    lines.add(talk.say(onlyFound ? CampaignWords.FOUND : CampaignWords.PROGRESS, slots));
    placed(all)
        .forEach(
            (place, there) ->
                lines.add(
                    talk.say(
                        CampaignWords.PROGRESS_LINE,
                        Map.of(
                            "place", talk.name(place),
                            "met", Long.toString(count(there, met)),
                            "all", Integer.toString(there.size())))));
    return String.join("\n", lines);
  }

  private Map<String, String> slots(Campaign campaign, List<Household> all, Set<FileNumber> met)
      throws Unavailable {
    var numbers = all.stream().map(Household::number).toList();
    long found =
        facts.campaigns().listed(campaign.number()).stream()
            .filter(listed -> listed.isFound() && numbers.contains(listed.household()))
            .count();
    var slots = new LinkedHashMap<String, String>();
    slots.put("line", talk.line(campaign));
    slots.put("all", Integer.toString(all.size()));
    slots.put("met", Long.toString(count(all, met)));
    slots.put("left", Long.toString(all.size() - count(all, met)));
    slots.put("found", Long.toString(found));
    return slots;
  }

  private static long count(List<Household> households, Set<FileNumber> met) {
    return households.stream().filter(one -> met.contains(one.number())).count();
  }

  private Map<AreaCode, List<Household>> placed(List<Household> all) {
    var villages = by(all, Household::area);
    return villages.size() <= MOST_PLACES
        ? villages
        : by(
            all,
            one ->
                talk.directory()
                    .around(one.area(), Area.Kind.TOWN)
                    .map(Area::code)
                    .orElse(one.area()));
  }

  private static Map<AreaCode, List<Household>> by(
      List<Household> all, Function<Household, AreaCode> place) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                place,
                () -> new TreeMap<>(Comparator.comparing(AreaCode::text)),
                Collectors.toList()));
  }

  /** 未访 A3: who on the list was not visited, with masked names; in groups how many. */
  String notMet(Campaign campaign) throws Unavailable {
    var met = met(campaign);
    var all = lived(campaign, met);
    if (all.isEmpty()) {
      return talk.say(CampaignWords.NO_LIST, Map.of("line", talk.line(campaign)));
    }
    var left = all.stream().filter(one -> !met.contains(one.number())).toList();
    var lines = new ArrayList<String>();
    lines.add(talk.say(CampaignWords.NOT_MET, slots(campaign, all, met)));
    boolean named =
        talk.heard().chat() instanceof Chat.Private
            && talk.heard().speaker().role() != Role.AUDITOR;
    placed(left)
        .forEach((place, there) -> lines.add(named ? names(place, there) : number(place, there)));
    return String.join("\n", lines);
  }

  private String names(AreaCode place, List<Household> there) {
    var masks = new Masks();
    var today = talk.heard().today();
    var names =
        there.stream()
            .limit(TOLD)
            .map(one -> one.number() + " " + masks.head(one, today))
            .collect(Collectors.joining("、"));
    return number(place, there) + talk.say(CampaignWords.NOT_MET_NAMES, Map.of("names", names));
  }

  private String number(AreaCode place, List<Household> there) {
    return talk.say(
        CampaignWords.NOT_MET_LINE,
        Map.of("place", talk.name(place), "count", Integer.toString(there.size())));
  }
}

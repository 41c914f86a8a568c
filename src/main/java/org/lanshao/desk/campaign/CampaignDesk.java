package org.lanshao.desk.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.campaign.Campaign;
import org.lanshao.desk.notice.NoticeDrafting;
import org.lanshao.desk.register.FileTalk;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Person;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/** Answers 行动 and 结束: which campaigns there are, one that begins, one that ends. */
public final class CampaignDesk {
  static final Pattern NUMBER = Pattern.compile("a0*([1-9]\\d{0,8})");
  private static final List<String> BEGIN = List.of("行动", "campaigns", "campaign");
  private static final List<String> END = List.of("结束", "end campaign");

  /** So many that are over are listed. */
  private static final int ENDED = 5;

  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;
  private final CampaignDeciding deciding;

  /** By the campaigns that are kept, the register and the stations of the directory. */
  public CampaignDesk(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
    this.deciding = new CampaignDeciding(facts, surroundings);
  }

  /** The words that no form may begin with. */
  public static List<String> firstWords() {
    return List.of("行动", "结束", "首访");
  }

  /** The lines of 帮助 for somebody. */
  public static List<String> help(Person person, Wording wording) {
    var all = List.of(wording.say(CampaignWords.HELP), wording.say(CampaignWords.HELP_LIST));
    return NoticeDrafting.mayWarn(person)
        ? List.of(all.getFirst(), all.getLast(), wording.say(CampaignWords.HELP_BEGIN))
        : all;
  }

  /** 确认 and 取消 to what was shown last; empty when they are about something else. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    return deciding.decide(heard);
  }

  /** What people say at any time; empty when it is about something else. */
  public Optional<Decision> answer(Heard heard) throws Unavailable {
    var talk = new CampaignTalk(heard, surroundings);
    for (Word word : Word.values()) {
      var rest = after(word.begins, heard.text());
      var named =
          rest.filter(CampaignDesk::isCampaign).isPresent()
              ? named(plain(rest.get()), talk)
              : Optional.<Campaign>empty();
      if (named.isPresent()) {
        return Optional.of(Decision.say(Reply.of(asked(word, named.get(), talk))));
      }
      if (rest.filter(CampaignDesk::isNumber).isPresent()) {
        return Optional.of(unknown(rest.get(), talk));
      }
      if (rest.isPresent() && word == Word.FIRST) {
        return firstVisits(rest.get(), talk);
      }
    }
    var end = after(END, heard.text());
    if (end.isPresent()) {
      return end(end.get(), talk);
    }
    var begin = after(BEGIN, heard.text());
    return begin.isPresent() ? said(begin.get(), talk) : Optional.empty();
  }

  /** What is asked about a campaign that is named. */
  private enum Word {
    PROGRESS("进度", "progress"),
    NOT_MET("未访", "not visited"),
    FIRST("首访用时", "首访", "first visit");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> begins;

    Word(String... begins) {
      this.begins = List.of(begins);
    }
  }

  private String asked(Word word, Campaign campaign, CampaignTalk talk) throws Unavailable {
    return switch (word) {
      case PROGRESS -> lists(talk).progress(campaign);
      case NOT_MET -> lists(talk).notMet(campaign);
      case FIRST -> firstVisits(talk).of(campaign);
    };
  }

  private FirstVisits firstVisits(CampaignTalk talk) {
    return new FirstVisits(talk, facts, surroundings.clock().getZone());
  }

  /** 首访用时 N15; empty when it is about no notice. */
  private Optional<Decision> firstVisits(String rest, CampaignTalk talk) throws Unavailable {
    var said = Folding.tight(rest);
    if (!said.matches("n\\d{1,9}")) {
      return Optional.empty();
    }
    var notice = facts.notices().notice("N" + said.substring(1)).map(KeptNotice::notice);
    return Optional.of(
        notice.isEmpty() || notice.get().isDraft()
            ? unknown(rest, talk)
            : Decision.say(Reply.of(firstVisits(talk).of(notice.get()))));
  }

  private static Decision unknown(String name, CampaignTalk talk) {
    return Decision.say(talk.reply(CampaignWords.UNKNOWN, Map.of("name", name)));
  }

  private CampaignLists lists(CampaignTalk talk) {
    var categories = FileTalk.categories(shelf.current());
    return new CampaignLists(talk, facts, surroundings.register(), categories);
  }

  /** Whether words name a campaign, and nothing else that could be called so. */
  private static boolean isCampaign(String words) {
    return isNumber(words) || after(BEGIN, words).isPresent();
  }

  private static boolean isNumber(String words) {
    return NUMBER.matcher(Folding.tight(words)).matches();
  }

  /** A3 and 龙舟水 with or without 行动 before them. */
  private static String plain(String name) {
    return after(BEGIN, name).orElse(name);
  }

  private static Optional<String> after(List<String> words, String text) {
    return Prefix.after(words, text);
  }

  private Optional<Decision> said(String rest, CampaignTalk talk) throws Unavailable {
    if (rest.isEmpty()) {
      return Optional.of(Decision.say(Reply.of(list(talk))));
    }
    var list = after(List.of("名单", "list"), rest);
    if (list.isPresent()) {
      return listed(list.get(), talk);
    }
    var named = named(rest, talk);
    if (named.isPresent()) {
      return Optional.of(Decision.say(Reply.of(told(named.get(), talk))));
    }
    return switch (new CampaignDraft.Reader(talk).read(rest)) {
      case CampaignDraft.Lacking(var phrase, var slots, boolean isMeant) ->
          isMeant || (talk.leads() && talk.heard().talk().inHand().isEmpty())
              ? Optional.of(Decision.say(talk.reply(phrase, slots)))
              : Optional.empty();
      case CampaignDraft.New draft -> Optional.of(deciding.draft(draft, talk));
    };
  }

  private Optional<Decision> listed(String rest, CampaignTalk talk) throws Unavailable {
    var words = rest.strip().split("\\s+", 2);
    var campaign = named(words[0], talk);
    return Optional.of(
        campaign.isEmpty()
            ? unknown(words[0], talk)
            : lists(talk).list(campaign.get(), words.length > 1 ? words[1].strip() : ""));
  }

  /** The campaign of a number, or the newest of a name, that concerns the speaker. */
  private Optional<Campaign> named(String text, CampaignTalk talk) throws Unavailable {
    var said = Folding.tight(text);
    if (NUMBER.matcher(said).matches()) {
      var number = NUMBER.matcher(said).replaceFirst(CampaignTalk.LETTER + "$1");
      return facts.campaigns().campaign(number).filter(Campaign::isBegun).filter(talk::concerns);
    }
    return facts.campaigns().begun().stream()
        .filter(one -> Folding.tight(one.name()).equals(said))
        .filter(talk::concerns)
        .findFirst();
  }

  private String list(CampaignTalk talk) throws Unavailable {
    var all = facts.campaigns().begun().stream().filter(talk::concerns).toList();
    var lines = new ArrayList<String>();
    var open = all.stream().filter(one -> !one.isOver(talk.now())).map(one -> told(one, talk));
    var said = open.collect(Collectors.joining("\n"));
    lines.add(
        said.isEmpty()
            ? talk.say(CampaignWords.LIST_NONE)
            : talk.say(CampaignWords.LIST, Map.of("lines", said)));
    var ended = all.stream().filter(one -> one.isOver(talk.now())).limit(ENDED).map(talk::line);
    var over = ended.collect(Collectors.joining("\n"));
    if (!over.isEmpty()) {
      lines.add(talk.say(CampaignWords.LIST_ENDED, Map.of("lines", over)));
    }
    if (talk.leads()) {
      lines.add(talk.say(CampaignWords.HOW));
    }
    return String.join("\n", lines);
  }

  /** A campaign with what holds it, or held it. */
  private static String told(Campaign campaign, CampaignTalk talk) {
    var line = talk.line(campaign);
    var open = talk.notices(campaign, true);
    if (!open.isEmpty()) {
      return talk.say(CampaignWords.HELD, Map.of("line", line, "notices", open));
    }
    var all = talk.notices(campaign, false);
    return all.isEmpty()
        ? line
        : talk.say(CampaignWords.WAS_HELD, Map.of("line", line, "notices", all));
  }

  private Optional<Decision> end(String rest, CampaignTalk talk) throws Unavailable {
    if (rest.isEmpty()) {
      return talk.leads() && talk.heard().talk().inHand().isEmpty()
          ? Optional.of(Decision.say(which(talk)))
          : Optional.empty();
    }
    var named = named(plain(rest), talk);
    if (named.isEmpty()) {
      return NUMBER.matcher(Folding.tight(rest)).matches()
          ? Optional.of(Decision.say(talk.reply(CampaignWords.UNKNOWN, Map.of("name", rest))))
          : Optional.empty();
    }
    return Optional.of(CampaignDeciding.end(named.get(), talk));
  }

  private Reply which(CampaignTalk talk) throws Unavailable {
    var lines =
        facts.campaigns().begun().stream()
            .filter(talk::leads)
            .filter(one -> !one.isOver(talk.now()))
            .map(talk::line)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty()
        ? talk.reply(CampaignWords.LIST_NONE, Map.of())
        : talk.reply(CampaignWords.WHICH_END, Map.of("lines", lines));
  }
}

package org.lanshao.desk.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.campaign.Campaign;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Campaigns that begin and end by somebody's word: shown first, done upon 确认. */
final class CampaignDeciding {
  private static final Set<String> YES = Set.of("确认", "確認", "确定", "1", "👌", "ok", "yes");
  private static final Set<String> NO = Set.of("取消", "不要", "2", "no");

  private final Facts facts;
  private final Surroundings surroundings;

  CampaignDeciding(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
  }

  /** 确认 and 取消 to what was shown last; empty when they are about something else. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    var said = Folding.tight(heard.text());
    var number = CampaignDesk.NUMBER.matcher(said);
    var word = number.find() && number.end() == said.length() ? number.replaceAll("") : said;
    boolean yes = YES.contains(word);
    boolean named = !word.equals(said);
    if (!(yes || NO.contains(word)) || (!named && heard.talk().inHand().isPresent())) {
      return Optional.empty();
    }
    var talk = new CampaignTalk(heard, surroundings);
    var asked =
        facts
            .campaigns()
            .asked(heard.speaker().id())
            .filter(one -> !named || said.endsWith(Folding.tight(one.number())))
            .filter(one -> one.isAsked(talk.now()));
    return asked.isEmpty() || (!named && isOlder(asked.get(), heard))
        ? Optional.empty()
        : Optional.of(yes ? agreed(asked.get(), talk) : refused(asked.get(), talk));
  }

  /** Whether the speaker was shown something else since: then the answer is about that. */
  private boolean isOlder(Campaign asked, Heard heard) throws Unavailable {
    var me = heard.speaker().id();
    var since = asked.by().at();
    var notice = facts.notices().draft(me).map(kept -> kept.notice().content().at());
    return notice.filter(at -> at.isAfter(since)).isPresent()
        || surroundings.directory().proposals().stream()
            .filter(proposal -> proposal.by().equals(Optional.of(me)))
            .filter(proposal -> proposal.isOpen(surroundings.clock().instant()))
            .anyMatch(proposal -> proposal.at().isAfter(since));
  }

  private Decision agreed(Campaign asked, CampaignTalk talk) throws Unavailable {
    var next = asked.agreed(talk.by());
    var slots = Map.of("line", talk.line(next), "number", next.number());
    if (asked.stage() != Campaign.Stage.DRAFT) {
      return written(talk.reply(CampaignWords.ENDED, slots), next);
    }
    // Before it is looked what began: what begins after that look is found when this is written.
    long beginnings = facts.campaigns().beginnings();
    if (isNews(asked, talk)) {
      var again = asked.shown(talk.by());
      var news = talk.say(CampaignWords.NEWS, Map.of("number", asked.number()));
      return written(preview(again, talk).after(news), again);
    }
    var begins = CampaignChanges.of(List.of(next)).beginning(beginnings);
    return Decision.say(talk.reply(CampaignWords.BEGUN, slots)).with(new Effect.Lead(begins));
  }

  /** Whether another one began there, or grew, since somebody was shown what they agree to. */
  private boolean isNews(Campaign asked, CampaignTalk talk) throws Unavailable {
    return others(asked, talk).stream().anyMatch(one -> one.by().at().isAfter(asked.by().at()));
  }

  /** Those that began there and are not over, also those of days to come. */
  private List<Campaign> others(Campaign campaign, CampaignTalk talk) throws Unavailable {
    return facts.campaigns().begun().stream()
        .filter(other -> !other.isOver(talk.now()))
        .filter(
            other ->
                other.areas().stream().anyMatch(area -> campaign.touches(area, talk.directory())))
        .toList();
  }

  private static Decision refused(Campaign asked, CampaignTalk talk) {
    boolean begins = asked.stage() == Campaign.Stage.DRAFT;
    var slots = Map.of("number", asked.number());
    return written(
        talk.reply(begins ? CampaignWords.DROPPED : CampaignWords.GOES_ON, slots),
        asked.refused(talk.by()));
  }

  private static Decision written(Reply reply, Campaign version) {
    return Decision.say(reply).with(new Effect.Lead(CampaignChanges.of(List.of(version))));
  }

  /** A campaign that somebody would begin is shown to them. */
  Decision draft(CampaignDraft.New draft, CampaignTalk talk) throws Unavailable {
    if (!talk.leads()) {
      return Decision.say(talk.reply(CampaignWords.NOT_YOURS, Map.of()));
    }
    if (!draft.areas().stream().allMatch(talk::isMine)) {
      var mine = Map.of("area", talk.name(talk.charge()));
      return Decision.say(talk.reply(CampaignWords.BEYOND, mine));
    }
    var areas = Campaign.outermost(draft.areas(), talk.directory());
    var end = draft.last().map(last -> talk.begin(last.plusDays(1)));
    var number = CampaignFollowing.number(facts);
    var campaign =
        Campaign.draft(number, draft.name(), areas, talk.begin(draft.first()), end, talk.by());
    return written(preview(campaign, talk), campaign);
  }

  private Reply preview(Campaign campaign, CampaignTalk talk) throws Unavailable {
    var towns =
        talk.directory().areas().stream()
            .filter(area -> area.kind() == Area.Kind.TOWN)
            .filter(area -> campaign.touches(area.code(), talk.directory()))
            .count();
    var lines = new ArrayList<String>();
    var slots = Map.of("line", talk.line(campaign), "towns", Long.toString(towns));
    lines.add(talk.say(CampaignWords.PREVIEW, slots));
    for (Campaign other : others(campaign, talk)) {
      lines.add(talk.say(CampaignWords.PREVIEW_OTHER, Map.of("line", talk.line(other))));
    }
    return asked(lines, campaign, talk, CampaignWords.BUTTON_BEGIN, CampaignWords.BUTTON_DROP);
  }

  private static Reply asked(
      List<String> lines,
      Campaign campaign,
      CampaignTalk talk,
      CampaignWords yes,
      CampaignWords no) {
    return Reply.of(
        String.join("\n", lines),
        List.of(
            new Reply.Choice(talk.say(yes), "确认" + campaign.number()),
            new Reply.Choice(talk.say(no), "取消" + campaign.number())));
  }

  /** Somebody would end a campaign: they are shown what that means. */
  static Decision end(Campaign campaign, CampaignTalk talk) {
    if (!talk.leads(campaign)) {
      return Decision.say(talk.reply(CampaignWords.NOT_YOURS, Map.of()));
    }
    if (campaign.isOver(talk.now())) {
      return Decision.say(talk.reply(CampaignWords.IS_OVER, Map.of("number", campaign.number())));
    }
    var lines = new ArrayList<String>();
    lines.add(talk.say(CampaignWords.END_PREVIEW, Map.of("line", talk.line(campaign))));
    var held = talk.notices(campaign, true);
    if (!held.isEmpty()) {
      lines.add(talk.say(CampaignWords.END_PREVIEW_HELD, Map.of("notices", held)));
    }
    var reply = asked(lines, campaign, talk, CampaignWords.BUTTON_END, CampaignWords.BUTTON_GO_ON);
    return written(reply, campaign.ending(talk.by()));
  }
}

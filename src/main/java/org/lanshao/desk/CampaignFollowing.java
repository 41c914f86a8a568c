package org.lanshao.desk;

import java.util.Optional;
import org.lanshao.alert.By;
import org.lanshao.campaign.Campaigning;
import org.lanshao.campaign.Threshold;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NoticeStep;
import org.lanshao.turn.Unavailable;

/** Lets campaigns begin and end with the notices that a turn writes. */
final class CampaignFollowing {
  private final Facts facts;
  private final Surroundings surroundings;

  CampaignFollowing(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
  }

  /** What somebody decided of campaigns, or what follows for them from what happens to notices. */
  CampaignChanges after(Decision decision, ConversationId where) throws Unavailable {
    var changed =
        decision.notices().changes().steps().stream()
            .map(NoticeStep::after)
            .filter(notice -> !notice.isDraft())
            .toList();
    if (changed.isEmpty()) {
      return decision.campaigns();
    }
    var by = new By(Optional.empty(), where.key(), surroundings.clock().instant());
    var open = facts.campaigns().open(by.at());
    var campaigning = new Campaigning(Threshold.USUAL, surroundings.directory());
    return new CampaignChanges(campaigning.after(open, changed, by, () -> number(facts)));
  }

  /** The next number of a campaign: of one series with the records of that letter. */
  static String number(Facts facts) throws Unavailable {
    return CampaignTalk.LETTER + facts.nextNumber(CampaignTalk.LETTER);
  }
}

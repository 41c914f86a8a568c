package org.lanshao.desk;

import java.util.List;
import java.util.Optional;
import org.lanshao.alert.By;
import org.lanshao.campaign.Campaigning;
import org.lanshao.campaign.Threshold;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NoticeChanges;
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

  /** What follows for campaigns from what happens to notices, wherever that was said. */
  CampaignChanges after(NoticeChanges notices, ConversationId where) throws Unavailable {
    var changed = notices.steps().stream().map(NoticeStep::after).toList();
    if (changed.stream().allMatch(notice -> notice.isDraft())) {
      return CampaignChanges.NONE;
    }
    var by = new By(Optional.empty(), where.key(), surroundings.clock().instant());
    var open = facts.campaigns().open(by.at());
    List<org.lanshao.campaign.Campaign> versions =
        new Campaigning(Threshold.USUAL, surroundings.directory())
            .after(open, changed, by, () -> number(facts));
    return new CampaignChanges(versions);
  }

  /** The next number of a campaign: of one series with the records of that letter. */
  static String number(Facts facts) throws Unavailable {
    return CampaignTalk.LETTER + facts.nextNumber(CampaignTalk.LETTER);
  }
}

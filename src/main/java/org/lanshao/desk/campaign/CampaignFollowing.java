package org.lanshao.desk.campaign;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.alert.By;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Campaigning;
import org.lanshao.campaign.Listed;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.message.ConversationId;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.NoticeChanges;
import org.lanshao.turn.NoticeStep;
import org.lanshao.turn.Unavailable;

/** Lets campaigns begin and end with the notices that a turn writes, and grow with who is found. */
public final class CampaignFollowing {
  private final Facts facts;
  private final Surroundings surroundings;

  /** By the campaigns that are kept. */
  public CampaignFollowing(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
  }

  /**
   * Households that are new on file, and those that a report found to be there already, join the
   * lists of the campaigns that run there. A campaign that has no list yet takes those of reports,
   * so that its list holds them once it is made; a ledger that is read finds nobody.
   */
  public CampaignChanges found(NewRegisterChange filed) throws Unavailable {
    boolean named = filed.kind() == NewRegisterChange.Kind.ENROLL;
    var found =
        filed.change().edits().stream()
            .flatMap(
                edit -> edit instanceof RegisterEdit.Put(var one) ? Stream.of(one) : Stream.of())
            .filter(one -> named || surroundings.register().household(one.number()).isEmpty())
            .toList();
    var listed = new ArrayList<Listed>();
    if (!found.isEmpty()) {
      for (Campaign campaign : facts.campaigns().open(filed.at())) {
        if (named || !facts.campaigns().listed(campaign.number()).isEmpty()) {
          found.stream()
              .filter(one -> isIn(one.area(), campaign))
              .map(one -> new Listed(campaign.number(), one.number(), true, filed.at()))
              .forEach(listed::add);
        }
      }
    }
    return CampaignChanges.NONE.with(listed);
  }

  private boolean isIn(AreaCode area, Campaign campaign) {
    return campaign.areas().stream().anyMatch(one -> surroundings.directory().within(area, one));
  }

  /** What follows for campaigns from what happens to notices. */
  public CampaignChanges led(NoticeChanges notices, ConversationId where) throws Unavailable {
    var changed =
        notices.steps().stream()
            .map(NoticeStep::after)
            .filter(notice -> !notice.isDraft())
            .toList();
    if (changed.isEmpty()) {
      return CampaignChanges.NONE;
    }
    var by = new By(Optional.empty(), where.key(), surroundings.clock().instant());
    long knew = facts.campaigns().beginnings();
    var open = facts.campaigns().open(by.at());
    var campaigning =
        new Campaigning(surroundings.reminders().campaigns(), surroundings.directory());
    var versions = campaigning.after(open, changed, by, () -> number(facts));
    var led = CampaignChanges.of(versions);
    return versions.stream().anyMatch(one -> one.version() == 1) ? led.beginning(knew) : led;
  }

  /** The next number of a campaign: of one series with the records of that letter. */
  static String number(Facts facts) throws Unavailable {
    return CampaignTalk.LETTER + facts.nextNumber(CampaignTalk.LETTER);
  }
}

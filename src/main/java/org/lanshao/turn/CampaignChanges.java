package org.lanshao.turn;

import java.util.List;
import org.lanshao.campaign.Campaign;

/**
 * What a turn writes of campaigns. Of two turns that go on from the same version only one is
 * written; the other is overtaken and taken again.
 *
 * @param versions new versions of campaigns, each campaign once
 */
public record CampaignChanges(List<Campaign> versions) {
  /** Nothing. */
  public static final CampaignChanges NONE = new CampaignChanges(List.of());

  /** Copies the list. */
  public CampaignChanges {
    versions = List.copyOf(versions);
  }
}

package org.lanshao.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Listed;

/**
 * What a turn writes of campaigns. Of two turns that go on from the same version, or that begin
 * campaigns and knew the same ones, only one is written; the other is overtaken and taken again.
 *
 * @param versions new versions of campaigns, each campaign once
 * @param listed households that campaigns are to reach; one that is listed already stays as it is
 * @param knew where campaigns begin: how many beginnings there had been, asked before which
 *     campaigns there are
 */
public record CampaignChanges(List<Campaign> versions, List<Listed> listed, Optional<Long> knew) {
  /** Nothing. */
  public static final CampaignChanges NONE =
      new CampaignChanges(List.of(), List.of(), Optional.empty());

  /** Copies the lists. */
  public CampaignChanges {
    versions = List.copyOf(versions);
    listed = List.copyOf(listed);
  }

  /** New versions alone, none of which begins a campaign. */
  public static CampaignChanges of(List<Campaign> versions) {
    return new CampaignChanges(versions, List.of(), Optional.empty());
  }

  /** The same, some of which begin campaigns. */
  public CampaignChanges beginning(long knew) {
    return new CampaignChanges(versions, listed, Optional.of(knew));
  }

  /** These and then the others. */
  public CampaignChanges and(CampaignChanges more) {
    var all = new ArrayList<>(versions);
    all.addAll(more.versions);
    return new CampaignChanges(all, listed, knew.or(more::knew)).with(more.listed);
  }

  /** The same with more households. */
  public CampaignChanges with(List<Listed> more) {
    var all = new ArrayList<>(listed);
    all.addAll(more);
    return new CampaignChanges(versions, all, knew);
  }
}

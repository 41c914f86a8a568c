package org.lanshao.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Listed;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.Campaigns;
import org.lanshao.turn.Unavailable;

/** What is asked of campaigns, each on a connection that reads. */
final class CampaignStore implements Campaigns {
  private final CampaignTable table;
  private final Readers readers;

  CampaignStore(CampaignTable table, Readers readers) {
    this.table = table;
    this.readers = readers;
  }

  @Override
  public Optional<Campaign> campaign(String number) throws Unavailable {
    return readers.read(link -> table.campaign(link, number));
  }

  @Override
  public List<Campaign> open(Instant at) throws Unavailable {
    return readers.read(link -> table.open(link, at));
  }

  @Override
  public long beginnings() throws Unavailable {
    return readers.read(CampaignTable::beginnings);
  }

  @Override
  public List<Campaign> begun() throws Unavailable {
    return readers.read(table::begun);
  }

  @Override
  public List<Listed> listed(String campaign) throws Unavailable {
    return readers.read(link -> CampaignTable.listed(link, campaign));
  }

  @Override
  public Optional<Campaign> asked(PersonId person) throws Unavailable {
    return readers.read(link -> table.asked(link, person));
  }
}

package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Listed;
import org.lanshao.directory.PersonId;

/** The port through which campaigns are asked for. Methods block: call them on virtual threads. */
public interface Campaigns {
  /** The campaign of this number as it stands; empty when there is none. */
  Optional<Campaign> campaign(String number) throws Unavailable;

  /**
   * The campaigns that hold at a moment, wherever they are, the oldest first; those of an area are
   * told by {@link Campaign#touches}.
   */
  List<Campaign> open(Instant at) throws Unavailable;

  /** How many times campaigns began. */
  long beginnings() throws Unavailable;

  /** All that came to be, over or not, the newest first. */
  List<Campaign> begun() throws Unavailable;

  /** The households that a campaign is to reach, by their numbers; none when it has no list. */
  List<Listed> listed(String campaign) throws Unavailable;

  /** What somebody was last shown and has neither agreed to nor refused; empty when nothing. */
  Optional<Campaign> asked(PersonId person) throws Unavailable;
}

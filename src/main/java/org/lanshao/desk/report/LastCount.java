package org.lanshao.desk.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.lanshao.command.Asking;
import org.lanshao.command.Command;
import org.lanshao.command.Commands;
import org.lanshao.command.Parsed;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.OccasionBook;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Facts.Said;
import org.lanshao.turn.Unavailable;

/** The last count of a conversation: what somebody asked there. */
public final class LastCount {
  /** A count that lies further back is not what somebody means. */
  private static final int LOOKED_BACK = 50;

  private final Facts facts;
  private final Commands commands;
  private final OccasionBook occasions;
  private final ZoneId zone;

  /** By what was said before, understood as of its day in this zone. */
  public LastCount(Facts facts, Commands commands, OccasionBook occasions, ZoneId zone) {
    this.facts = facts;
    this.commands = commands;
    this.occasions = occasions;
    this.zone = zone;
  }

  /** As it was understood on its day: 今天 stays that day. */
  Optional<Command.Count> of(Heard heard) throws Unavailable {
    for (Said said : facts.said(heard.where(), LOOKED_BACK)) {
      var day = LocalDate.ofInstant(said.at(), zone);
      var asking =
          Commands.isAboutNumbers(said.text())
              ? occasions.asking(heard.speaker(), day)
              : Asking.of(heard.speaker(), day);
      if (commands.parse(said.text(), asking) instanceof Parsed.Recognised(Command command)
          && command instanceof Command.Count count) {
        return Optional.of(count);
      }
    }
    return Optional.empty();
  }
}

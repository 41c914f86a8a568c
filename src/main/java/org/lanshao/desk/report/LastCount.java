package org.lanshao.desk.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.command.Asking;
import org.lanshao.command.Command;
import org.lanshao.command.Commands;
import org.lanshao.command.Parsed;
import org.lanshao.command.Utterance;
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

  /** As it was understood on its day: 今天 stays that day; with what was asked on from it since. */
  Optional<Command.Count> of(Heard heard) throws Unavailable {
    var said = said(heard);
    return said.isEmpty() ? Optional.empty() : count(said);
  }

  /**
   * The same with one thing more asked on from it, such as 按类别; or what is wrong with that.
   *
   * @param more the words that ask on
   */
  Parsed of(Heard heard, String more) throws Unavailable {
    var asked = commands.askingOn(new Utterance(more, occasions.asking(heard)));
    return asked.isEmpty()
        ? new Parsed.NoCommand()
        : commands.parse(Stream.concat(said(heard).stream(), asked.stream()).toList());
  }

  /**
   * The words of the last count, and those with which was asked on from it since, the oldest first;
   * none when there is no count.
   */
  public List<Utterance> said(Heard heard) throws Unavailable {
    var since = new ArrayDeque<Utterance>();
    for (Said said : facts.said(heard.where(), LOOKED_BACK)) {
      var one = new Utterance(said.text(), asking(said, heard));
      if (count(List.of(one)).isPresent()) {
        return understood(one, since);
      }
      commands.askingOn(one).ifPresent(since::addFirst);
    }
    return List.of();
  }

  /** Without what could not be asked. */
  private List<Utterance> understood(Utterance count, Iterable<Utterance> since) {
    var said = new ArrayList<>(List.of(count));
    for (Utterance more : since) {
      said.add(more);
      if (count(said).isEmpty()) {
        said.removeLast();
      }
    }
    return List.copyOf(said);
  }

  private Asking asking(Said said, Heard heard) throws Unavailable {
    var day = LocalDate.ofInstant(said.at(), zone);
    return Commands.isAboutNumbers(said.text()) || Commands.mayAskOn(said.text())
        ? occasions.asking(heard.speaker(), day)
        : Asking.of(heard.speaker(), day);
  }

  private Optional<Command.Count> count(List<Utterance> said) {
    return commands.parse(said) instanceof Parsed.Recognised(Command command)
            && command instanceof Command.Count count
        ? Optional.of(count)
        : Optional.empty();
  }
}

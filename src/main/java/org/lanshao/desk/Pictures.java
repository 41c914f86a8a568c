package org.lanshao.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.command.Asking;
import org.lanshao.command.Command;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.CommandWords;
import org.lanshao.command.Commands;
import org.lanshao.command.CountCharts;
import org.lanshao.command.Parsed;
import org.lanshao.command.Picture;
import org.lanshao.form.Wording;
import org.lanshao.message.Extras;
import org.lanshao.message.Reply;
import org.lanshao.picture.Chart;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Facts.Said;
import org.lanshao.turn.Unavailable;

/**
 * Draws the last count of a conversation: what somebody asked there, told as words and a picture.
 */
final class Pictures {
  /** A count that lies further back is not what somebody means. */
  private static final int LOOKED_BACK = 50;

  /** More lines are not read on a telephone. */
  private static final int MOST_LINES = 25;

  private final Facts facts;
  private final Surroundings around;
  private final Wording wording;
  private final Commands commands;
  private final CommandAnswers answers;
  private final CountCharts charts;
  private final OccasionBook occasions;

  Pictures(
      Facts facts,
      Surroundings around,
      Wording wording,
      Commands commands,
      CommandAnswers answers,
      CountCharts charts,
      OccasionBook occasions) {
    this.occasions = occasions;
    this.facts = facts;
    this.around = around;
    this.wording = wording;
    this.commands = commands;
    this.answers = answers;
    this.charts = charts;
  }

  Reply reply(Picture picture, Heard heard) throws Unavailable {
    var count = last(heard);
    if (count.isEmpty()) {
      var slots = Map.of("example", answers.example(heard.speaker()));
      return Reply.of(wording.say(CommandWords.PICTURE_OF_NOTHING, slots));
    }
    var query = count.get().query();
    var where = answers.name(query.scope());
    var chart = charts.chart(query, picture.along(), where, heard.today());
    return around
        .handouts()
        .picture(chart, chart.title().replaceAll("[^\\p{L}\\p{N}-]+", " ").strip())
        .map(file -> new Reply(List.of(new Reply.Part(words(chart), List.of(), Extras.file(file)))))
        .orElseGet(() -> Reply.of(wording.say(CommandWords.PICTURE_WITHOUT_FONT)));
  }

  /** As it was understood on its day: 今天 stays that day. */
  private Optional<Command.Count> last(Heard heard) throws Unavailable {
    for (Said said : facts.said(heard.where(), LOOKED_BACK)) {
      var day = LocalDate.ofInstant(said.at(), around.clock().getZone());
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

  /** What the picture shows, for whoever cannot see it. */
  private static String words(Chart chart) {
    var lines = new ArrayList<String>();
    lines.add(chart.title());
    for (int at = 0; at < chart.labels().size() && lines.size() <= MOST_LINES; at++) {
      lines.add(line(chart, at));
    }
    return String.join("\n", lines);
  }

  private static String line(Chart chart, int at) {
    var numbers =
        chart.series().stream()
            .map(series -> series.numbers().get(at) + series.name())
            .collect(Collectors.joining(" "));
    return (chart.labels().get(at) + " " + numbers).strip();
  }
}

package org.lanshao.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lanshao.command.Command;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.CommandWords;
import org.lanshao.command.CountCharts;
import org.lanshao.command.Parsed;
import org.lanshao.command.Picture;
import org.lanshao.count.CountQuery;
import org.lanshao.count.Total;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Extras;
import org.lanshao.message.Reply;
import org.lanshao.picture.Chart;
import org.lanshao.turn.Unavailable;

/**
 * Draws the last count of a conversation: what somebody asked there, told as words and a picture.
 */
public final class Pictures {
  /** More lines are not read on a telephone. */
  private static final int MOST_LINES = 25;

  private final Surroundings around;
  private final Wording wording;
  private final LastCount last;
  private final CommandAnswers answers;
  private final CountCharts charts;

  /** By the last count of a conversation. */
  public Pictures(
      Surroundings around,
      Wording wording,
      LastCount last,
      CommandAnswers answers,
      CountCharts charts) {
    this.around = around;
    this.wording = wording;
    this.last = last;
    this.answers = answers;
    this.charts = charts;
  }

  /**
   * The last count as words and a picture, or why it cannot be drawn; empty when what it is to be
   * asked on is not understood.
   */
  public Optional<Reply> reply(Picture picture, Heard heard) throws Unavailable {
    var count = last.of(heard);
    if (count.isEmpty()) {
      var slots = Map.of("example", answers.example(heard.speaker()));
      return Optional.of(Reply.of(wording.say(CommandWords.PICTURE_OF_NOTHING, slots)));
    }
    if (picture.more().isEmpty()) {
      return Optional.of(reply(count.get().query(), picture, heard));
    }
    return switch (last.of(heard, picture.more().get())) {
      case Parsed.Problem(Reply problem) -> Optional.of(problem);
      case Parsed.Recognised(Command.Count(CountQuery query, var start, var head)) ->
          Optional.of(
              query.forms().size() > 1
                  ? Reply.of(wording.say(CommandWords.PICTURE_ONE_FORM))
                  : reply(query, picture, heard));
      default -> Optional.empty();
    };
  }

  private Reply reply(CountQuery query, Picture picture, Heard heard) throws Unavailable {
    var where = answers.name(query.scope());
    var chart = charts.chart(query, picture.along(), where, heard.today());
    if (heard.chat() instanceof Chat.Group && charts.isOnlyForPrivate(query, chart)) {
      return Reply.of(wording.say(CommandWords.PICTURE_IN_PRIVATE));
    }
    return around
        .handouts()
        .picture(chart, chart.title().replaceAll("[^\\p{L}\\p{N}-]+", " ").strip())
        .map(
            file ->
                new Reply(
                    List.of(
                        new Reply.Part(
                            words(chart, isOfUnits(query)), List.of(), Extras.file(file)))))
        .orElseGet(() -> Reply.of(wording.say(CommandWords.PICTURE_WITHOUT_FONT)));
  }

  /** What the picture shows, for whoever cannot see it. */
  private String words(Chart chart, boolean units) {
    var lines = new ArrayList<String>();
    lines.add(chart.title());
    boolean nothing = isNothing(chart, IntStream.range(0, chart.labels().size()));
    IntStream.range(0, chart.labels().size())
        .filter(at -> nothing || !isNothing(chart, IntStream.of(at)))
        .limit(MOST_LINES)
        .forEach(at -> lines.add(line(chart, at, units)));
    if (!chart.note().isEmpty()) {
      lines.add(chart.note());
    }
    return String.join("\n", lines);
  }

  private static boolean isNothing(Chart chart, IntStream labels) {
    return labels.allMatch(
        at -> chart.series().stream().allMatch(series -> series.numbers().get(at) == 0));
  }

  /** Whether what is drawn is called by units, and not by forms or answers. */
  private static boolean isOfUnits(CountQuery query) {
    return query.forms().size() == 1 && query.forms().getFirst().by().size() < 2;
  }

  private String line(Chart chart, int at, boolean units) {
    var shown =
        units
            ? chart.series().stream()
            : chart.series().stream().filter(series -> series.numbers().get(at) != 0);
    var each = shown.map(series -> told(series.name(), series.numbers().get(at), units)).toList();
    var numbers = units ? String.join(" ", each) : Marks.list(each.stream(), wording);
    return (chart.labels().get(at) + " " + numbers).strip();
  }

  private String told(String name, long number, boolean units) {
    var shown = Long.toString(number);
    return units
        ? Total.joined(shown, name)
        : wording.say(CommandWords.COUNT_CELL, Map.of("name", name, "number", shown));
  }
}

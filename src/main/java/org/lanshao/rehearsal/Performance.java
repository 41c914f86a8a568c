package org.lanshao.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.dialogue.Context;
import org.lanshao.form.Line;
import org.lanshao.form.Mistake;
import org.lanshao.message.Reply;
import org.lanshao.reading.Hearing;

/**
 * A transcript talked through as things are now.
 *
 * @param transcript as it is written
 * @param now as it would be written now
 * @param exchanges what happened
 */
record Performance(Transcript transcript, List<String> now, List<Exchange> exchanges) {
  /** Copies the lists. */
  Performance {
    now = List.copyOf(now);
    exchanges = List.copyOf(exchanges);
  }

  static Performance of(Transcript transcript, Cast cast, Scenery scenery) {
    var hearing =
        new Hearing(
            scenery.directory(),
            cast.person().area(),
            cast.head().at(),
            cast.matters(),
            cast.register());
    var context = new Context(hearing, scenery.library().wording().in(cast.person().language()));
    var rehearsal = new Rehearsal(cast.form(), context, scenery.stored());
    var now = new ArrayList<>(transcript.opening());
    for (String line : transcript.messages()) {
      now.add(line);
      rehearsal.say(Transcript.said(line)).parts().forEach(part -> now.addAll(shown(part)));
    }
    now.addAll(rehearsal.outcome());
    return new Performance(transcript, now, rehearsal.exchanges());
  }

  private static List<String> shown(Reply.Part part) {
    var shown = new ArrayList<>(part.text().lines().map(line -> ("< " + line).strip()).toList());
    if (!part.choices().isEmpty()) {
      shown.add(
          part.choices().stream()
              .map(choice -> "[" + choice.label() + "]")
              .collect(Collectors.joining(" ", "< ", "")));
    }
    shown.add("");
    return shown;
  }

  /** The first line that is different now; empty when all is as written. */
  Optional<Mistake> difference() {
    var written = transcript.lines();
    for (int i = 0; i < Math.max(now.size(), written.size()); i++) {
      var expected = i < written.size() ? written.get(i) : "";
      var actual = i < now.size() ? now.get(i) : "";
      if (!expected.equals(actual)) {
        var at = new Line(transcript.file(), i + 1);
        return Optional.of(
            at.wrong(
                RehearsalCode.DIFFERENT,
                "这里写的是“%s”，现在是“%s”。".formatted(expected, actual),
                "不该变就改表，该变就用 lanshao check --rewrite 重写样例。"));
      }
    }
    return Optional.empty();
  }
}

package org.lanshao.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.command.CommandAnswers;
import org.lanshao.count.RangeText;
import org.lanshao.count.Source;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.record.Matter;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Tells the matters of which a number of a report is made. */
final class MatterListing {
  private final Facts facts;
  private final Directory directory;
  private final Wording wording;
  private final CommandAnswers names;

  MatterListing(Facts facts, Directory directory, Wording wording, CommandAnswers names) {
    this.facts = facts;
    this.directory = directory;
    this.wording = wording;
    this.names = names;
  }

  /** A page of them, with how to ask for the next. */
  Decision told(Source.OfMatters asked, Paged paged, Heard heard) throws Unavailable {
    if (heard.chat() instanceof Chat.Group) {
      return Decision.say(Reply.of(wording.say(ReportWords.IN_PRIVATE)));
    }
    var matters = matters(asked);
    var slots =
        Map.of(
            "words", paged.words(),
            "scope", names.name(asked.scope()),
            "range", RangeText.of(asked.days(), heard.today(), wording),
            "count", Integer.toString(matters.size()));
    var lines = new ArrayList<String>();
    lines.add(wording.say(ReportWords.MATTERS, slots));
    matters.stream()
        .skip(paged.before())
        .limit(Paged.ROWS)
        .forEach(matter -> lines.add(line(matter, heard)));
    paged.next(matters.size(), wording).ifPresent(lines::add);
    return Decision.say(Reply.of(String.join("\n", lines)));
  }

  private List<Matter> matters(Source.OfMatters asked) throws Unavailable {
    var matters = facts.matters();
    return switch (asked.stage()) {
      case OPENED -> matters.opened(asked.letter(), asked.scope(), asked.days());
      case CLOSED -> matters.closed(asked.letter(), asked.scope(), asked.days());
      case OPEN -> matters.open(asked.letter(), asked.scope());
    };
  }

  private String line(Matter matter, Heard heard) {
    return wording
        .say(
            ReportWords.RECORD,
            Map.of(
                "number", matter.number(),
                "day", RangeText.of(matter.day(), heard.today(), wording),
                "area", area(matter.area()),
                "parts", ""))
        .strip();
  }

  private String area(AreaCode code) {
    return directory.area(code).map(directory::fullName).orElse(code.text());
  }
}

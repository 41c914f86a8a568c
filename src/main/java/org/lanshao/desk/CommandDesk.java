package org.lanshao.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.command.Asking;
import org.lanshao.command.Command;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.Commands;
import org.lanshao.command.CountCharts;
import org.lanshao.command.Export;
import org.lanshao.command.Parsed;
import org.lanshao.command.Picture;
import org.lanshao.command.RollCall;
import org.lanshao.command.Utterance;
import org.lanshao.desk.campaign.CampaignDesk;
import org.lanshao.desk.day.DayCommands;
import org.lanshao.desk.matter.CareCommands;
import org.lanshao.desk.notice.NoticeDesk;
import org.lanshao.desk.people.RollCalls;
import org.lanshao.desk.people.StationCards;
import org.lanshao.desk.register.FileDesk;
import org.lanshao.desk.report.CountDetails;
import org.lanshao.desk.report.Exports;
import org.lanshao.desk.report.LastCount;
import org.lanshao.desk.report.Pictures;
import org.lanshao.desk.report.ReportTalk;
import org.lanshao.desk.season.Calendars;
import org.lanshao.desk.season.SeasonDesk;
import org.lanshao.desk.season.ShelterDesk;
import org.lanshao.desk.site.SiteDesk;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.OccasionBook;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Library;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.people.PeopleDesk;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers what people ask outside forms, in their language. */
final class CommandDesk {
  private final InOneLanguage chinese;
  private final Map<String, InOneLanguage> others = new HashMap<>();

  CommandDesk(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.chinese =
        new InOneLanguage(
            facts, new Library(shelf.current(), surroundings.wording()), shelf, surroundings);
    for (String language : surroundings.wording().languages().keySet()) {
      var wording = surroundings.wording().in(language);
      var library = new Library(shelf.current(language), wording, Map.of("", shelf.current()));
      others.put(language, new InOneLanguage(facts, library, shelf, surroundings));
    }
  }

  /** The answer to a command, or what is wrong with it; empty when the words are none. */
  Optional<Decision> answer(Heard heard) throws Unavailable {
    return others.getOrDefault(heard.speaker().language(), chinese).answer(heard);
  }

  /** The records of which a number is made; empty when the words ask for none. */
  Optional<Decision> detail(Heard heard) throws Unavailable {
    return others.getOrDefault(heard.speaker().language(), chinese).details.decide(heard);
  }

  private static final class InOneLanguage {
    private final Wording wording;
    private final Commands commands;
    private final CommandAnswers answers;
    private final RollCalls rollCalls;
    private final Calendars calendars;
    private final Pictures pictures;
    private final Exports exports;
    private final OccasionBook occasions;
    private final CountDetails details;
    private final LastCount last;
    private final ReportTalk reports;

    InOneLanguage(Facts facts, Library library, Shelf shelf, Surroundings surroundings) {
      var directory = surroundings.directory();
      this.wording = library.wording();
      this.commands = new Commands(directory, library);
      var zone = surroundings.clock().getZone();
      this.answers = new CommandAnswers(facts, directory, library, shelf::form, zone);
      this.rollCalls = new RollCalls(facts, library.wording(), surroundings);
      this.calendars = new Calendars(facts, library.wording(), surroundings);
      var charts = new CountCharts(facts, directory, library);
      this.reports = new ReportTalk(facts, surroundings, library, shelf, answers);
      this.exports = new Exports(facts, surroundings, library, answers);
      this.occasions = new OccasionBook(facts, surroundings);
      this.last = new LastCount(facts, commands, occasions, zone);
      this.pictures = new Pictures(surroundings, wording, last, answers, charts);
      this.details =
          new CountDetails(facts, shelf, surroundings, library, commands, answers, last, occasions);
    }

    Optional<Decision> answer(Heard heard) throws Unavailable {
      var calendar = calendars.answer(heard);
      if (calendar.isPresent()) {
        return calendar;
      }
      var report = reports.decide(heard);
      return report.isPresent() ? report : command(heard);
    }

    private Optional<Decision> command(Heard heard) throws Unavailable {
      var asking =
          Commands.isAboutNumbers(heard.text())
              ? occasions.asking(heard)
              : Asking.of(heard.speaker(), heard.today());
      var parsed = commands.parse(heard.text(), asking);
      return parsed instanceof Parsed.NoCommand ? askedOn(heard) : decision(parsed, heard);
    }

    /** 按镇, 环比 and 上月呢 after a count; in a form they are answers. */
    private Optional<Decision> askedOn(Heard heard) throws Unavailable {
      if (heard.talk().inHand().isPresent() || !Commands.mayAskOn(heard.text())) {
        return Optional.empty();
      }
      var more = commands.askingOn(new Utterance(heard.text(), occasions.asking(heard)));
      var before = more.isPresent() ? last.said(heard) : List.<Utterance>of();
      if (before.isEmpty()) {
        return Optional.empty();
      }
      var said = Stream.concat(before.stream(), more.stream()).toList();
      return decision(commands.parse(said), heard);
    }

    private Optional<Decision> decision(Parsed parsed, Heard heard) throws Unavailable {
      return switch (parsed) {
        case Parsed.NoCommand() -> Optional.empty();
        case Parsed.Problem(Reply reply) -> Optional.of(Decision.say(reply));
        case Parsed.Called(RollCall call) -> Optional.of(rollCalls.decide(call, heard));
        case Parsed.Pictured(Picture picture) -> pictures.reply(picture, heard).map(Decision::say);
        case Parsed.Exported(Export export) ->
            Optional.of(Decision.say(exports.reply(export, heard)));
        case Parsed.Recognised(Command command) -> {
          var answer = answers.answer(command, heard.speaker(), heard.chat(), heard.today());
          var reply = command instanceof Command.Help ? withPeople(answer, heard) : answer;
          var again = answers.again(command, heard.speaker());
          yield Optional.of(Decision.say(reply).with(again, Effect.SendAgain::new));
        }
      };
    }

    private Reply withPeople(Reply help, Heard heard) {
      boolean group = heard.chat() instanceof Chat.Group;
      var lines = new ArrayList<>(PeopleDesk.help(heard.speaker(), group, wording));
      lines.addAll(group ? List.of() : CareCommands.help(wording));
      lines.addAll(FileDesk.help(heard.speaker(), group, wording));
      lines.addAll(SiteDesk.help(wording));
      lines.add(StationCards.help(wording));
      lines.addAll(reports.help(heard.speaker()));
      lines.addAll(NoticeDesk.help(heard.speaker(), wording));
      lines.addAll(DayCommands.help(heard.speaker(), wording));
      lines.addAll(SeasonDesk.help(heard.speaker(), wording));
      lines.addAll(ShelterDesk.help(wording));
      lines.addAll(CampaignDesk.help(heard.speaker(), wording));
      return lines.isEmpty() ? help : Speech.join(help, Reply.of(String.join("\n", lines)));
    }
  }
}

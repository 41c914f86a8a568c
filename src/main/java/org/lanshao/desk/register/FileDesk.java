package org.lanshao.desk.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.desk.talk.Asides;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.OccasionBook;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Beginnings;
import org.lanshao.reading.Prefix;
import org.lanshao.register.Household;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers what is asked and said about households on file, outside forms. */
public final class FileDesk {
  private static final String OVERDUE = "逾期 走访";
  private static final String MOVED = "台账变动";

  /** What tells numbers alone in a group. */
  private static final Set<String> NUMBERS = Set.of("未访", "覆盖率", OVERDUE, MOVED);

  private static final Beginnings<String> BEGINNINGS =
      new Beginnings<>(FileWords.firstWords(), List::of);

  private final Facts facts;
  private final Shelf shelf;
  private final Asides asides;
  private final Surroundings surroundings;

  /** By the register and what reports tell of households. */
  public FileDesk(Facts facts, Shelf shelf, Asides asides, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.asides = asides;
    this.surroundings = surroundings;
  }

  /** Whether words wait for 确认, as 合并 does. */
  public boolean asks(Heard heard) {
    return Prefix.after("合并", heard.text()).filter(FileMerging::asks).isPresent();
  }

  /** What follows; empty when the words are about something else. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    var begun = BEGINNINGS.find(heard.text());
    return begun.isPresent()
        ? Optional.of(decide(begun.get().word(), begun.get().rest(), talk(heard)))
        : Optional.empty();
  }

  /** The lines of 帮助; auditors do not look at households. */
  public static List<String> help(Person speaker, boolean group, Wording wording) {
    if (speaker.role() == Role.AUDITOR) {
      return List.of();
    }
    return group
        ? List.of(wording.say(FileWords.HELP_NUMBERS))
        : List.of(wording.say(FileWords.HELP_FILE), wording.say(FileWords.HELP_LISTS));
  }

  /** The answer to 逾期 走访; empty when the words are about something else. */
  public Optional<Decision> overdue(Heard heard) throws Unavailable {
    var rest = FileOverdue.asked(heard.text());
    return rest.isPresent()
        ? Optional.of(decide(OVERDUE, rest.get(), talk(heard)))
        : Optional.empty();
  }

  /** The answer to 统计 低保户, households on file; empty when the words are about something else. */
  public Optional<Decision> counted(Heard heard) throws Unavailable {
    return heard.speaker().role() == Role.AUDITOR || !FileCounts.mayAsk(heard)
        ? Optional.empty()
        : new FileCounts(talk(heard), shelf).answer(new OccasionBook(facts, surroundings));
  }

  private FileTalk talk(Heard heard) {
    return new FileTalk(heard, asides.speech(), shelf);
  }

  private Decision decide(String word, String rest, FileTalk talk) throws Unavailable {
    if (talk.heard().speaker().role() == Role.AUDITOR) {
      return FileTalk.say(talk.say(FileWords.NOT_AUDITORS));
    }
    if (talk.heard().chat() instanceof Chat.Group && !NUMBERS.contains(word)) {
      var refusal = talk.say(FileWords.PRIVATE_ONLY);
      return asides.decide(talk.heard(), word, !rest.isBlank(), refusal);
    }
    return switch (word) {
      case "档案" -> card(rest, talk);
      case "变更" -> new FileChanges(talk, surroundings).change(rest);
      case "合并" -> new FileMerging(talk, surroundings).merge(rest);
      case "重复户" -> new FileLists(talk, facts, surroundings.clock()).duplicates();
      default -> listed(word, rest, talk);
    };
  }

  private Decision listed(String word, String rest, FileTalk talk) throws Unavailable {
    var occasions = new OccasionBook(facts, surroundings);
    return switch (FileAsked.read(rest, word, talk, occasions)) {
      case FileAsked.Read.Wrong(Reply reply) -> Decision.say(reply);
      case FileAsked.Read.Right(FileAsked asked) -> listed(word, asked, talk);
    };
  }

  private Decision listed(String word, FileAsked asked, FileTalk talk) throws Unavailable {
    var lists = new FileLists(talk, facts, surroundings.clock());
    return switch (word) {
      case "未访" -> lists.notMet(asked);
      case "覆盖率" -> lists.coverage(asked);
      case "名单" -> lists.list(asked);
      case MOVED -> new FileChangeCounts(talk, facts, surroundings.clock().getZone()).answer(asked);
      case OVERDUE -> new FileOverdue(talk, facts).answer(asked);
      default -> throw new IllegalStateException("a word without an answer");
    };
  }

  private Decision card(String rest, FileTalk talk) throws Unavailable {
    if (rest.isBlank()) {
      return FileTalk.say(talk.say(FileWords.HOW));
    }
    return switch (talk.meant(rest)) {
      case FileTalk.Meant.Not(String text) -> FileTalk.say(text);
      case FileTalk.Meant.One(Household household) -> {
        var at = surroundings.clock().instant();
        facts.audit().note(talk.heard().noted(AuditLog.Kind.FILE, household.number().text(), at));
        yield FileTalk.say(new FileCard(talk, facts, surroundings.clock().getZone()).of(household));
      }
    };
  }
}

package org.lanshao.desk;

import java.util.Optional;
import org.lanshao.directory.Role;
import org.lanshao.message.Chat;
import org.lanshao.reading.Prefix;
import org.lanshao.register.Household;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers what is asked and said about households on file, outside forms. */
final class FileDesk {
  private final Facts facts;
  private final Shelf shelf;
  private final Asides asides;
  private final Surroundings surroundings;

  FileDesk(Facts facts, Shelf shelf, Asides asides, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.asides = asides;
    this.surroundings = surroundings;
  }

  /** What follows; empty when the words are about something else. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    for (String word : FileWords.firstWords()) {
      var rest = Prefix.after(word, heard.text());
      if (rest.isPresent()) {
        return Optional.of(decide(word, rest.get(), new FileTalk(heard, asides.speech(), shelf)));
      }
    }
    return Optional.empty();
  }

  private Decision decide(String word, String rest, FileTalk talk) throws Unavailable {
    if (talk.heard().speaker().role() == Role.AUDITOR) {
      return FileTalk.say(talk.say(FileWords.NOT_YOURS));
    }
    boolean counts = word.equals("未访") || word.equals("覆盖率");
    if (talk.heard().chat() instanceof Chat.Group && !counts) {
      var refusal = talk.say(FileWords.PRIVATE_ONLY);
      return asides.decide(talk.heard(), word, !rest.isBlank(), refusal);
    }
    var lists = new FileLists(talk, facts, surroundings.clock());
    return switch (word) {
      case "档案" -> card(rest, talk);
      case "变更" -> new FileChanges(talk, surroundings).change(rest);
      case "合并" -> new FileChanges(talk, surroundings).merge(rest);
      case "重复户" -> lists.duplicates();
      case "未访" -> lists.notMet(rest);
      case "覆盖率" -> lists.coverage(rest);
      case "名单" -> lists.list(rest);
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

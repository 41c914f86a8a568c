package org.lanshao.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.Commands;
import org.lanshao.desk.day.DayCommands;
import org.lanshao.desk.report.KeptReports;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.form.Phrase;
import org.lanshao.reading.Prefix;

/**
 * What is said to words that begin as a command does and that nothing took: who may say it, and
 * how. So whoever has seen a command with somebody else is never told that it means nothing.
 */
final class HowTo {
  private static final Map<Phrase, List<String>> PHRASE_TO_WORDS = phraseToWords();

  private HowTo() {}

  private static Map<Phrase, List<String>> phraseToWords() {
    var words = new LinkedHashMap<Phrase, List<String>>();
    words.put(DeskWords.HOW_DAYS, DayCommands.firstWords());
    words.put(DeskWords.HOW_NOTICE, List.of("预警", "响应", "通知"));
    words.put(DeskWords.HOW_CAMPAIGN, List.of("结束"));
    words.put(DeskWords.HOW_FIRST_VISIT, List.of("首访"));
    words.put(DeskWords.HOW_UNDELIVERED, Commands.aboutSending());
    words.put(DeskWords.HOW_PASSED_ON, List.of("转发"));
    words.put(DeskWords.HOW_COMPARE, List.of(KeptReports.COMPARE));
    words.put(DeskWords.HOW_CORRECT, RevisionWord.OBJECT.words());
    return words;
  }

  /** What to say to these words; empty when they begin as no command does. */
  static Optional<Phrase> of(String text) {
    return PHRASE_TO_WORDS.entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(word -> begins(word, text)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean begins(String word, String text) {
    return Prefix.after(word, text).isPresent();
  }
}

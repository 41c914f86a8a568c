package org.lanshao.desk.filing;

import java.util.List;
import org.lanshao.desk.talk.Heard;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.reading.Prefix;
import org.lanshao.reading.RecordNumber;

/**
 * 补 V102 is 更正 V102: a record's form opens on its answers and asks what is missing. 补 without a
 * number is an ordinary word.
 */
public final class Completing {
  private static final List<String> WORDS = List.of("补填", "补充", "补", "補", "complete");

  private Completing() {}

  /** These words as a correction; unchanged when they complete nothing. */
  public static Heard asCorrection(Heard heard) {
    for (String word : WORDS) {
      var rest = Prefix.after(word, heard.text()).filter(Completing::beginsWithWholeNumber);
      if (rest.isPresent()) {
        return heard.saying(RevisionWord.CORRECT.words().getFirst() + " " + rest.get());
      }
    }
    return heard;
  }

  private static boolean beginsWithWholeNumber(String text) {
    return RecordNumber.first(text).filter(number -> !number.letter().isEmpty()).isPresent();
  }
}

package org.lanshao.desk.report;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.form.Wording;

/**
 * What a list is asked for, and which page of it.
 *
 * @param words what stands before the page
 * @param page from 1
 */
record Paged(String words, int page) {
  /** Records of a page. */
  static final int ROWS = 20;

  private static final Pattern PAGE =
      Pattern.compile(
          "(.*?)\\s*(?:第\\s*(\\d{1,4})\\s*页|page\\s*(\\d{1,4}))", Pattern.CASE_INSENSITIVE);

  /** The first page where none is named. */
  static Paged of(String said) {
    var paged = PAGE.matcher(said);
    if (!paged.matches()) {
      return new Paged(said, 1);
    }
    var page = Optional.ofNullable(paged.group(2)).orElseGet(() -> paged.group(3));
    return new Paged(paged.group(1), Math.max(1, Integer.parseInt(page)));
  }

  /** The same page of what these words ask for. */
  Paged asking(String other) {
    return new Paged(other, page);
  }

  /** How many records stand before this page. */
  int before() {
    return (page - 1) * ROWS;
  }

  /** How to ask for the next page; empty behind the last one. */
  Optional<String> next(int count, Wording wording) {
    int pages = (count + ROWS - 1) / ROWS;
    var slots =
        Map.of(
            "page", Integer.toString(page),
            "pages", Integer.toString(pages),
            "words", words.isEmpty() ? "" : words + " ",
            "next", Integer.toString(page + 1));
    return page < pages ? Optional.of(wording.say(ReportWords.NEXT_PAGE, slots)) : Optional.empty();
  }
}

package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what a line of a list says: words, slots in braces, and in square brackets what is said
 * only where its slots are known.
 */
final class ReportLineReader {
  private static final Pattern CLAUSE = Pattern.compile("\\[([^\\[\\]]*)]|[^\\[]+|\\[");
  private static final Pattern SLOT = Pattern.compile("\\{([^{}]+)}");

  private ReportLineReader() {}

  /** The line of these words for each that the query names. */
  static ReportText.Each read(String query, String line, Line at) {
    var clauses = new ArrayList<ReportText.Clause>();
    var parts = CLAUSE.matcher(line.strip());
    while (parts.find()) {
      boolean ifKnown = parts.group(1) != null && parts.group(1).contains("{");
      var text = ifKnown ? parts.group(1) : parts.group();
      clauses.add(new ReportText.Clause(template(text), ifKnown));
    }
    return new ReportText.Each(query, clauses, at);
  }

  private static Template template(String text) {
    var pieces = new ArrayList<Template.Piece>();
    var slot = SLOT.matcher(text);
    int end = 0;
    while (slot.find()) {
      words(text.substring(end, slot.start()), pieces);
      pieces.add(new Template.Piece.Slot(slot.group(1).strip()));
      end = slot.end();
    }
    words(text.substring(end), pieces);
    return new Template(pieces);
  }

  private static void words(String text, List<Template.Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Template.Piece.Words(text));
    }
  }
}

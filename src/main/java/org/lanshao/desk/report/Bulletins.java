package org.lanshao.desk.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lanshao.command.FigureReader;
import org.lanshao.command.Rows;
import org.lanshao.command.RowsReader;
import org.lanshao.command.Span;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.ReportText;
import org.lanshao.form.ReportText.Piece;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.turn.AuditLog.Kind;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Composes the drafts of newsletters, says them and hands them out as files. */
final class Bulletins {
  private final Facts facts;
  private final Surroundings around;
  private final Wording wording;
  private final Definitions definitions;
  private final RowsReader rows;
  private final ReportBook book;

  Bulletins(
      Facts facts,
      Surroundings around,
      Wording wording,
      Definitions definitions,
      FigureReader figures) {
    this.facts = facts;
    this.around = around;
    this.wording = wording;
    this.definitions = definitions;
    this.rows = new RowsReader(figures);
    this.book = new ReportBook(facts, around);
  }

  /**
   * A newsletter whose numbers the sheet has: its words, then the same as a file without the
   * remarks.
   */
  Decision told(ReportText report, Span.Of span, ReportSheet sheet, Heard heard)
      throws Unavailable {
    list(report, span, sheet, heard);
    var filled = sheet.fill(heard);
    var range = RangeText.of(span.range(), heard.today(), wording);
    var about = "%s %s %s".formatted(report.title(), sheet.where(), range);
    facts.audit().note(heard.noted(Kind.EXPORT, about, around.clock().instant()));
    var number = book.keep(sheet.given(filled.whole()), heard);
    var told =
        String.join(
            "\n",
            filled.whole(),
            wording.say(ReportWords.BULLETIN_DRAFT),
            wording.say(ReportWords.KEPT, Map.of("number", number)));
    var name = "%s %s %s.md".formatted(report.title(), sheet.where(), number);
    var file = around.handouts().file((filled.text() + "\n").getBytes(UTF_8), name);
    return Decision.say(
        file.map(handed -> Speech.handing(told, handed)).orElseGet(() -> Reply.of(told)));
  }

  private void list(ReportText report, Span.Of span, ReportSheet sheet, Heard heard)
      throws Unavailable {
    var records = new BulletinRecords(facts, definitions, around, wording, heard.today());
    var events = new BulletinEvents(facts, around, wording, heard.today());
    var lines = new BulletinLines(rows, records, events, wording);
    for (Piece.Listed list : report.lists(heard.speaker().language())) {
      sheet.put(list, lines.text(list, span, heard.today()), forms(list, heard));
    }
  }

  private Set<FormId> forms(Piece.Listed list, Heard heard) {
    var forms = new LinkedHashSet<FormId>();
    for (ReportText.Each each : list.each()) {
      switch (rows.read(each.query(), heard.today()).orElse(new Rows.OfNotices())) {
        case Rows.OfRecords of -> forms.add(of.form().id());
        case Rows.OfMatters of -> of.forms().stream().map(Form::id).forEach(forms::add);
        case Rows.OfNotices none -> {}
        case Rows.OfCampaigns none -> {}
      }
    }
    return forms;
  }
}

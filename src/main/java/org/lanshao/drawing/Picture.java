package org.lanshao.drawing;

import static org.lanshao.drawing.Ink.n;

import java.util.List;
import org.lanshao.drawing.Ink.Box;
import org.lanshao.drawing.Ink.Pen;
import org.lanshao.form.ConditionText;
import org.lanshao.form.Form;
import org.lanshao.form.Question;

/**
 * Lays a form out from top to bottom: what everybody is asked stands on one line, a branch stands
 * to the right of the line that passes it by.
 */
final class Picture {
  static final String LINE = "#8fa3b8";

  private static final String INK = "#1f2d3d";
  private static final String PALE_INK = "#5b6b7d";
  private static final String BLUE = "#1d5fae";
  private static final String AMBER = "#9a5b00";
  private static final String RED = "#c0392b";

  private static final double MARGIN = 28;
  private static final double CARD = 430;
  private static final double INDENT = 60;
  private static final double GAP = 26;
  private static final double LOST = 126;

  /** How far to the right of a card's edge the line runs. */
  private static final double SPINE = 30;

  private static final Pen LABEL = new Pen(16, INK, true);
  private static final Pen ASK = new Pen(14, INK, false);
  private static final Pen SMALL = new Pen(12.5, PALE_INK, false);
  private static final Pen TAG = new Pen(12, BLUE, false);

  private final Form form;
  private final Losses losses;
  private final Ink ink = new Ink();
  private double y = MARGIN;
  private int number;

  private Picture(Form form, Losses losses) {
    this.form = form;
    this.losses = losses;
  }

  static String of(Form form, Losses losses) {
    var picture = new Picture(form, losses);
    var items = Item.of(form);
    picture.opening();
    picture.items(items, MARGIN);
    picture.arrow(MARGIN);
    picture.review();
    picture.arrow(MARGIN);
    picture.pill(Ending.number(form), MARGIN, new Pen(14, "#ffffff", true), BLUE);
    double aside = losses.equals(Losses.NONE) ? 0 : LOST;
    double width = MARGIN + INDENT * depth(items) + CARD + aside + MARGIN;
    return picture.ink.picture(width, picture.y + MARGIN, form.title());
  }

  private static int depth(List<Item> items) {
    return items.stream()
        .mapToInt(
            item ->
                switch (item) {
                  case Item.Asked asked -> 0;
                  case Item.Branch branch -> 1 + depth(branch.items());
                })
        .max()
        .orElse(0);
  }

  private void opening() {
    ink.text(form.title(), MARGIN, y + 18, new Pen(22, INK, true));
    y += 36;
    pill(Ending.start(form), MARGIN, new Pen(14, "#ffffff", true), BLUE);
  }

  private void items(List<Item> items, double x) {
    for (Item item : items) {
      switch (item) {
        case Item.Asked(Question question) -> {
          arrow(x);
          card(question, x);
        }
        case Item.Branch branch -> branch(branch, x);
      }
    }
  }

  /** Out of the line, through what is asked there, and back to the line that went on beside it. */
  private void branch(Item.Branch branch, double x) {
    double spine = x + SPINE;
    double inner = x + INDENT;
    double from = y;
    y += GAP / 2;
    double turn = y + 14;
    ink.way("M%s,%s V%s H%s".formatted(n(spine), n(from), n(turn), n(inner)), LINE, true);
    pill(ConditionText.of(branch.condition(), form), inner, new Pen(13, AMBER, false), "#fdf0d9");
    items(branch.items(), inner);
    double back = y + GAP / 2;
    ink.way("M%s,%s V%s H%s".formatted(n(inner + SPINE), n(y), n(back), n(spine)), LINE, true);
    ink.way("M%s,%s V%s".formatted(n(spine), n(from), n(back)), LINE, false);
    y = back;
  }

  private void arrow(double x) {
    ink.way("M%s,%s V%s".formatted(n(x + SPINE), n(y), n(y + GAP - 2)), LINE, true);
    y += GAP;
  }

  private void pill(String words, double x, Pen pen, String fill) {
    double width = Words.width(words, pen.size()) + 28;
    ink.box(new Box(x, y, width, 28), 14, fill, fill);
    ink.text(words, x + 14, y + 19, pen);
    y += 28;
  }

  private void card(Question question, double x) {
    var card = Card.of(question);
    boolean note = card.type().equals("只说一句");
    number += note ? 0 : 1;
    var ask = Words.lines(card.ask(), ASK.size(), CARD - 32, 3);
    var options = Words.lines(card.options(), SMALL.size(), CARD - 32, 3);
    boolean chosen = !card.options().isEmpty();
    var marks = String.join("　", card.marks());
    double height =
        34
            + ask.size() * 20
            + (chosen ? options.size() * 18 + 4 : 0)
            + (marks.isEmpty() ? 0 : 20)
            + 10;
    ink.box(
        new Box(x, y, CARD, height),
        10,
        note ? "#fffaf0" : "#f6f9fd",
        note ? "#ecd9b0" : "#c9d8ea");
    ink.text(note ? card.label() : number + "  " + card.label(), x + 16, y + 26, LABEL);
    tag(card.type(), x + CARD - 14, y + 10);
    lost(losses.at(question.id()), x + CARD, y + 10);
    double line = y + 34;
    line = lines(ask, x + 16, line, 20, ASK);
    line = chosen ? lines(options, x + 16, line + 4, 18, SMALL) : line;
    if (!marks.isEmpty()) {
      ink.text(marks, x + 16, line + 15, SMALL);
    }
    y += height;
  }

  private double lines(List<String> lines, double x, double from, double step, Pen pen) {
    double at = from;
    for (String line : lines) {
      at += step;
      ink.text(line, x, at - 4, pen);
    }
    return at;
  }

  private void tag(String words, double right, double top) {
    double width = Words.width(words, TAG.size()) + 16;
    ink.box(new Box(right - width, top, width, 22), 11, "#e3edf9", "#e3edf9");
    ink.text(words, right - width + 8, top + 15.5, TAG);
  }

  private void lost(long drafts, double left, double top) {
    if (drafts > 0) {
      var words = Lost.words(drafts);
      double width = Words.width(words, 13) + 20;
      ink.box(new Box(left + 10, top, width, 24), 12, "#fdecea", "#f5c6c0");
      ink.text(words, left + 20, top + 16.5, new Pen(13, RED, false));
    }
  }

  private void review() {
    var checks =
        Ending.checks(form).stream()
            .flatMap(check -> Words.lines("· " + check, ASK.size(), CARD - 32, 2).stream())
            .toList();
    double height = 42 + checks.size() * 20 + (checks.isEmpty() ? 0 : 4);
    ink.box(new Box(MARGIN, y, CARD, height), 10, "#eef7ee", "#c2ddc4");
    ink.text("核对", MARGIN + 16, y + 26, LABEL);
    lost(losses.later(), MARGIN + CARD, y + 10);
    lines(checks, MARGIN + 16, y + 34, 20, ASK);
    y += height;
  }
}

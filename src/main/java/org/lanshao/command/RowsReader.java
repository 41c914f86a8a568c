package org.lanshao.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.Source;
import org.lanshao.form.Form;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Question;
import org.lanshao.form.ReportCode;
import org.lanshao.form.ReportText.Clause;
import org.lanshao.form.ReportText.Each;
import org.lanshao.reading.Folding;

/** Reads what the lists of newsletters ask for: {每条 宣传 防溺水}, {每条 个案 办完}, {每条 通知}. */
public final class RowsReader {
  /** The slots of every line. */
  public static final String DAY = "日期";

  /** Where it is. */
  public static final String PLACE = "地点";

  /** Its number. */
  public static final String NUMBER = "编号";

  /** Whom it is about, masked. */
  public static final String NAME = "姓名";

  /** What a notice is about. */
  public static final String TITLE = "标题";

  /** What a campaign is called. */
  public static final String CALLED = "名称";

  /** Whether a campaign begins or ends. */
  public static final String STAGE = "状态";

  private static final Map<String, Rows> OTHERS =
      Map.of("通知", new Rows.OfNotices(), "行动", new Rows.OfCampaigns());

  private final FigureReader figures;

  /** Knows the forms of this reader. */
  public RowsReader(FigureReader figures) {
    this.figures = figures;
  }

  /** What a list asks for; empty when nothing can be listed so. */
  public Optional<Rows> read(String query, LocalDate today) {
    var other = Optional.ofNullable(OTHERS.get(Folding.tight(query)));
    if (other.isPresent()) {
      return other;
    }
    if (figures.read(query, today) instanceof FigureReader.Read.Right(Figure.Matters matters)) {
      return matters.stage() == Source.Stage.OPEN ? Optional.empty() : Optional.of(of(matters));
    }
    return figures.only(query, today) instanceof FigureReader.Only.Of of
            && of.count().by().isEmpty()
        ? Optional.of(new Rows.OfRecords(of.form(), of.count().where(), of.days()))
        : Optional.empty();
  }

  private static Rows of(Figure.Matters matters) {
    boolean closed = matters.stage() == Source.Stage.CLOSED;
    return new Rows.OfMatters(matters.letter(), closed, matters.forms());
  }

  /** Keeps what is wrong with the lines of a list. */
  void check(Each each, LocalDate day, Mistakes mistakes) {
    var rows = read(each.query(), day);
    if (rows.isEmpty()) {
      mistakes.add(
          ReportCode.NO_LIST,
          each.at(),
          "{每条 %s}：列不出来。".formatted(each.query()),
          "写一张表（可以加答案）、一张表加 新开 或 办完、通知 或者 行动，例如 {每条 活动}、{每条 个案 办完}。");
      return;
    }
    var known = slots(rows.get());
    for (String slot : asked(each)) {
      if (!known.contains(slot)) {
        mistakes.add(
            ReportCode.NOT_IN_LINE,
            each.at(),
            "{每条 %s} 里没有 {%s} 可以填。".formatted(each.query(), slot),
            "可以写 %s。".formatted(String.join("、", known)));
      }
    }
  }

  private static Set<String> asked(Each each) {
    return each.clauses().stream()
        .map(Clause::text)
        .flatMap(text -> text.slots().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Collection<String> slots(Rows rows) {
    var own =
        switch (rows) {
          case Rows.OfRecords records -> labels(List.of(records.form()));
          case Rows.OfMatters matters -> labels(matters.forms());
          case Rows.OfNotices notices -> Stream.of(TITLE);
          case Rows.OfCampaigns campaigns -> Stream.of(CALLED, STAGE);
        };
    return Stream.concat(Stream.of(DAY, PLACE, NUMBER), own)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> labels(List<Form> forms) {
    var name = forms.stream().anyMatch(Published::names) ? Stream.of(NAME) : Stream.<String>of();
    var labels =
        forms.stream().flatMap(form -> Published.questions(form).stream()).map(Question::label);
    return Stream.concat(name, labels);
  }
}

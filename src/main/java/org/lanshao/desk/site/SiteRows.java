package org.lanshao.desk.site;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.census.Line;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Answer;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.Reading;
import org.lanshao.record.Revision;

/** Fills the form {@code site} with the cells of a line, exactly as a conversation would. */
final class SiteRows {
  private final Form form;
  private final Context context;

  /** Places are understood as in {@code top}. */
  SiteRows(Form form, AreaCode top, Surroundings surroundings) {
    this.form = form;
    this.context =
        new Context(
            new Hearing(surroundings.directory(), top, LocalDateTime.now(surroundings.clock())),
            surroundings.wording());
  }

  /** What became of a line. */
  sealed interface Said {
    /** Answers of the form. */
    record Fields(Answers answers) implements Said {}

    /** It cannot be taken: what is wrong and what would be right, without what stands there. */
    record Not(String reason) implements Said {}
  }

  /** The answers that stand in a line. */
  Said said(Line line, SiteColumns columns) {
    var answers = Answers.NONE;
    for (Question question : form.questions()) {
      var cell = columns.get(line, question);
      if (!cell.isEmpty()) {
        if (!(read(cell, question) instanceof Reading.Understood(Value value))) {
          return new Said.Not(wrong(question));
        }
        answers = answers.with(question.id(), value);
      }
    }
    return new Said.Fields(answers);
  }

  private Reading read(String cell, Question question) {
    var directory = context.hearing().directory();
    return directory
        .area(new AreaCode(cell))
        .filter(any -> question.type() instanceof Type.Place)
        .<Reading>map(
            area ->
                new Reading.Understood(
                    new Value.Place(area.code().text(), directory.fullName(area))))
        .orElseGet(() -> Answer.read(cell, question.type(), context.hearing()));
  }

  private static String wrong(Question question) {
    var right =
        switch (question.type()) {
          case Type.Place place -> "通讯录里找不到，或者有几个同名：写全称，例如 罗定市太平镇，或写代码。";
          case Type.YesNo yesNo -> "要写 有 或 没有。";
          case Type.Choice(var options) -> "看不懂，可以写：" + labels(options) + "。";
          case Type.Choices(var options) -> "看不懂，可以写：" + labels(options) + "。";
          case Type.Whole whole -> "要写 %d 到 %d 的整数。".formatted(whole.min(), whole.max());
          case Type.Phone phone -> "要写手机号或带区号的电话。";
          case Type.Text text -> "最多 %d 个字。".formatted(text.max());
          default -> "看不懂。";
        };
    return "“" + question.label() + "”" + right;
  }

  private static String labels(List<Option> options) {
    return options.stream().map(Option::label).collect(Collectors.joining("、"));
  }

  /**
   * The whole form: what stands in the line, else in the record; what may be left out is, and what
   * must be told and is not is a reason to refuse, as is a check that fails.
   */
  Said complete(Answers fields, Optional<Revision> standing) {
    var known = standing.map(one -> one.record().answers()).orElse(Answers.NONE);
    for (var field : fields.byQuestion().entrySet()) {
      known = known.with(field.getKey(), field.getValue());
    }
    var begun = Dialogue.start(form, "", known, context);
    var session = Session.of(form, begun.events());
    for (var open = session.open(); open.isPresent(); open = session.open()) {
      var question = form.question(open.get()).orElseThrow();
      if (!question.optional() && question.preset().isEmpty()) {
        return new Said.Not("少了“%s”。".formatted(question.label()));
      }
      session = session.after(Dialogue.control(session, "跳过", context).orElseThrow().events());
    }
    var submitted = Dialogue.control(session, "提交", context).orElseThrow();
    return submitted.events().contains(new Event.Submitted())
        ? new Said.Fields(session.record())
        : new Said.Not("各项合不上，请核对。");
  }

  /** The words of a text; empty for everything else. */
  static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}

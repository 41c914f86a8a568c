package org.lanshao.form;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanshao.form.Prefill.Fact;

/** Reads a form's {@code enrolls: {household: home, people: people}}. */
final class EnrollsReader {
  private static final String HOUSEHOLD = "household";

  private final Section section;
  private final Known known;

  private EnrollsReader(Section section, Known known) {
    this.section = section;
    this.known = known;
  }

  /** What the form puts on file; empty when it puts nothing, or names no household question. */
  static Optional<Enrolls> read(Section form, Known known) {
    return form.node("enrolls").isEmpty()
        ? Optional.empty()
        : new EnrollsReader(form.section("enrolls"), known).read();
  }

  private Optional<Enrolls> read() {
    var household = section.required(HOUSEHOLD, HOUSEHOLD).flatMap(id -> asked(HOUSEHOLD, id));
    var fit = household.filter(asked -> asked.type() instanceof Type.Household);
    if (household.isPresent() && fit.isEmpty()) {
      section.wrong(
          FormCode.NOT_ON_FILE,
          HOUSEHOLD,
          "enrolls 的 %s 不是 household 问题。".formatted(household.get().id()),
          "写一个 type: household 的问题的 id。");
    }
    var facts = facts(fit);
    section.refuseOthers();
    return fit.map(asked -> new Enrolls(asked.group(), asked.id(), facts));
  }

  private Map<Fact, QuestionId> facts(Optional<Asked> household) {
    var facts = new EnumMap<Fact, QuestionId>(Fact.class);
    var words = new TreeMap<>(Fact.byWord());
    words.values().remove(Fact.PLACE); // where the household is comes with its name or the record
    words.forEach(
        (word, fact) ->
            section
                .text(word)
                .flatMap(id -> asked(word, id))
                .filter(asked -> fits(fact, asked, household))
                .ifPresent(asked -> facts.put(fact, asked.id())));
    return facts;
  }

  private boolean fits(Fact fact, Asked asked, Optional<Asked> household) {
    if (!fact.fits(asked.type())) {
      section.wrong(
          FormCode.NOT_ON_FILE,
          fact.word(),
          "问题 %s 的答案不能记作档案里的 %s。".formatted(asked.id(), fact.word()),
          Prefill.FITTING);
      return false;
    }
    boolean beside = household.filter(one -> !one.group().equals(asked.group())).isEmpty();
    if (!beside) {
      section.wrong(
          FormCode.NOT_ON_FILE,
          fact.word(),
          "问题 %s 和问户的问题不在同一组里。".formatted(asked.id()),
          "写同一个 group 里的问题；问户的问题不在 group 里，就写 group 外面的。");
    }
    return beside;
  }

  /**
   * A question that is named.
   *
   * @param group the group that it belongs to; empty when it stands in none
   */
  private record Asked(Optional<QuestionId> group, QuestionId id, Type type) {}

  private Optional<Asked> asked(String key, String id) {
    var outside =
        Optional.ofNullable(known.types().get(id))
            .map(type -> new Asked(Optional.empty(), new QuestionId(id), type));
    var asked = outside.or(() -> known.inside(id).flatMap(this::inside));
    if (asked.isEmpty() && !known.broken().contains(id)) {
      section.wrong(
          FormCode.NO_SUCH_QUESTION,
          key,
          "enrolls 里的 %s 不是这张表的问题。".formatted(Section.shorten(id)),
          Spelling.remedy(id, known.names()));
    }
    return asked;
  }

  private Optional<Asked> inside(Expr.Across across) {
    return known
        .question(across)
        .map(one -> new Asked(Optional.of(across.group()), one.id(), one.type()));
  }
}

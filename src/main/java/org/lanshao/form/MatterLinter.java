package org.lanshao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether what forms say about matters of each other fits together. */
final class MatterLinter {
  private final List<FormSource> sources;
  private final Map<String, MatterKind> kinds = new HashMap<>();
  private final Mistakes mistakes;

  private MatterLinter(List<FormSource> sources, Mistakes mistakes) {
    this.sources = sources;
    this.mistakes = mistakes;
    for (FormSource source : sources) {
      source.form().matters().kind().ifPresent(kind -> kinds.put(source.form().number(), kind));
    }
  }

  static void check(List<FormSource> sources, Mistakes mistakes) {
    var linter = new MatterLinter(sources, mistakes);
    sources.forEach(linter::opens);
    sources.forEach(linter::questions);
    sources.forEach(linter::follows);
    sources.forEach(linter::life);
    sources.forEach(source -> MattersReader.refuseUnreachable(source, mistakes));
  }

  private void opens(FormSource source) {
    var opens = source.form().matters().opens();
    for (int i = 0; i < opens.size(); i++) {
      var line = opens.get(i);
      if (known(line.letter(), source.item("open", i, "matter"))) {
        state(line.letter(), line.state(), source.item("open", i, "state"));
        sorts(source.form(), line, source.item("open", i, "kind"));
      }
    }
  }

  /** What tells the kind of a matter must have the options of the form of its letter. */
  private void sorts(Form form, Opens line, Line at) {
    var own =
        forms()
            .filter(other -> other.number().equals(line.letter()))
            .flatMap(other -> sorts(other, other.matters().opens()))
            .collect(Collectors.toSet());
    sorts(form, List.of(line))
        .filter(option -> !own.contains(option))
        .findFirst()
        .ifPresent(
            option ->
                mistakes.add(
                    FormCode.BAD_VALUE,
                    at,
                    "%s 编号的表的 open 没有 %s 这个种类。".formatted(line.letter(), option),
                    "两处的 kind 用同一份选项。"));
  }

  private static Stream<String> sorts(Form form, List<Opens> lines) {
    return lines.stream()
        .flatMap(line -> line.kind().stream())
        .flatMap(id -> form.question(id).stream())
        .flatMap(question -> question.type().options().stream())
        .map(Option::id);
  }

  private void questions(FormSource source) {
    for (Question question : source.form().questions()) {
      if (question.type() instanceof Type.Matter(String letter)) {
        known(letter, source.question(question.id(), "of"));
      }
    }
  }

  private void follows(FormSource source) {
    var follows = source.form().matters().follows();
    for (int i = 0; i < follows.size(); i++) {
      var at = source.item("follow", i, "state");
      var line = follows.get(i);
      letter(source.form(), line.question())
          .ifPresent(
              letter ->
                  Stream.concat(line.state().stream(), line.stays().stream())
                      .forEach(state -> state(letter, state, at)));
    }
  }

  private static Optional<String> letter(Form form, QuestionId question) {
    return form.question(question)
        .flatMap(
            q ->
                q.type() instanceof Type.Matter(String letter)
                    ? Optional.of(letter)
                    : Optional.empty());
  }

  /** Whether some form says what matters of this letter are. */
  private boolean known(String letter, Line at) {
    boolean known = letter.isEmpty() || kinds.containsKey(letter);
    if (!known) {
      mistakes.add(
          FormCode.NO_SUCH_MATTER,
          at,
          "没有一张表写了 %s 编号的 matter。".formatted(letter),
          kinds.isEmpty()
              ? "在编号是 %s 的表里加上 matter。".formatted(letter)
              : "可以写：%s。".formatted(String.join("、", kinds.keySet().stream().sorted().toList())));
    }
    return known;
  }

  private void state(String letter, String state, Line at) {
    var kind = kinds.get(letter);
    if (kind != null && !state.isEmpty() && kind.state(state).isEmpty()) {
      mistakes.add(
          FormCode.NO_SUCH_STATE,
          at,
          "%s没有 %s 这个状态。".formatted(kind.name(), Section.shorten(state)),
          Spelling.remedy(state, kind.states().stream().map(MatterKind.State::id).toList()));
    }
  }

  /**
   * A matter must be opened by some form, and brought to an end by some form. Those of the urgent
   * form are opened when its alerts are closed.
   */
  private void life(FormSource source) {
    var kind = source.form().matters().kind();
    if (kind.isEmpty()) {
      return;
    }
    var letter = source.form().number();
    boolean opened =
        source.form().urgent()
            || forms()
                .anyMatch(
                    f -> f.matters().opens().stream().anyMatch(o -> o.letter().equals(letter)));
    boolean ended =
        forms()
            .anyMatch(
                form ->
                    form.matters().follows().stream()
                        .filter(line -> letter(form, line.question()).equals(Optional.of(letter)))
                        .flatMap(line -> line.state().stream())
                        .anyMatch(id -> kind.get().state(id).filter(s -> s.done()).isPresent()));
    if (!opened || !ended) {
      mistakes.add(
          FormCode.MATTER_NEVER_USED,
          source.at("matter"),
          opened
              ? "没有一张表能把%s办完。".formatted(kind.get().name())
              : "没有一张表开出%s。".formatted(kind.get().name()),
          opened ? "在一张表里写 follow，state 写办完的状态。" : "写上 open: - {matter: %s, …}。".formatted(letter));
    }
  }

  private Stream<Form> forms() {
    return sources.stream().map(FormSource::form);
  }
}

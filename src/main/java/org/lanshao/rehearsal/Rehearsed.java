package org.lanshao.rehearsal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.FormSource;
import org.lanshao.form.Mistake;
import org.lanshao.form.Mistakes;

/**
 * What came of talking transcripts through.
 *
 * @param mistakes what does not hold: in each transcript the first line that is different now
 * @param gaps what no transcript shows of a form: questions, branches, checks, refusals; where
 *     there is no transcript of a form at all, this alone
 * @param rewritten the text of each transcript as it would be written now, by its file; those that
 *     could not be talked through are not in it
 */
public record Rehearsed(List<Mistake> mistakes, List<Mistake> gaps, Map<String, String> rewritten) {
  /** Copies the collections. */
  public Rehearsed {
    mistakes = List.copyOf(mistakes);
    gaps = List.copyOf(gaps);
    rewritten = Collections.unmodifiableMap(new LinkedHashMap<>(rewritten));
  }

  /**
   * Talks these transcripts through. Pure.
   *
   * @param sources the forms whose coverage is measured
   */
  public static Rehearsed of(
      Collection<Transcript> transcripts, List<FormSource> sources, Scenery scenery) {
    var run = new Run(sources, scenery);
    transcripts.forEach(run::take);
    return run.end();
  }

  /** The taking of one transcript after the other. */
  private static final class Run {
    private final List<FormSource> sources;
    private final Scenery scenery;
    private final Map<FormId, Set<Point>> points = new HashMap<>();
    private final Map<FormId, Set<Point>> shown = new HashMap<>();
    private final Set<Mistake> mistakes = new LinkedHashSet<>();
    private final Map<String, String> rewritten = new LinkedHashMap<>();

    Run(List<FormSource> sources, Scenery scenery) {
      this.sources = sources;
      this.scenery = scenery;
      sources.forEach(source -> points.put(source.form().id(), Point.of(source)));
    }

    void take(Transcript transcript) {
      var wrong = new Mistakes();
      Cast.of(transcript, scenery, wrong)
          .ifPresent(cast -> take(Performance.of(transcript, cast, scenery), cast.form()));
      mistakes.addAll(wrong.sorted());
    }

    private void take(Performance performance, Form form) {
      performance.difference().ifPresent(mistakes::add);
      rewritten.put(performance.transcript().file(), String.join("\n", performance.now()) + "\n");
      var all = points.getOrDefault(form.id(), Set.of());
      var seen = shown.computeIfAbsent(form.id(), id -> new HashSet<>());
      for (Exchange exchange : performance.exchanges()) {
        seen.addAll(Shows.of(exchange, form, scenery.library().wording(), all));
      }
    }

    Rehearsed end() {
      var gaps =
          sources.stream()
              .flatMap(source -> Gap.of(source, shown.getOrDefault(source.form().id(), Set.of())))
              .sorted()
              .toList();
      return new Rehearsed(List.copyOf(mistakes), gaps, rewritten);
    }
  }
}

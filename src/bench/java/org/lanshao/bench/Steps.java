package org.lanshao.bench;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lanshao.dialogue.BundledForms;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Step;
import org.lanshao.dialogue.TestWording;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Form;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long single steps take, without server and database: the turn function over every turn of the
 * bundled form with the most questions, and a visit reported in one message.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC"})
public class Steps {
  private static final String REPORT = "石巷村12号户3个人防汛 电线好旧要整改";

  /** What is tried for an answer, in this order. */
  private static final List<String> ANSWERS =
      List.of(
          "3",
          "是",
          "1",
          "今天",
          "今天 10:00",
          "10:00",
          "富林镇",
          "富林镇石巷村12号户",
          "富林镇石巷村张三",
          "张三",
          "13800000000",
          "没有别的要说",
          "完",
          "跳过");

  private final Context context =
      new Context(
          new Hearing(
              BundledDirectory.read(),
              new AreaCode("445303104"),
              LocalDateTime.parse("2022-05-10T09:30")),
          TestWording.read());
  private final Form visit = BundledForms.read("visit");
  private final List<Turn> turns = turns(largest());
  private int next;

  private record Turn(Session session, String text) {}

  /** Runs them and prints a table. */
  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(Steps.class.getName()).build()).run();
  }

  private static Form largest() {
    return BundledForms.read().stream()
        .max(Comparator.comparing(form -> form.questions().size()))
        .orElseThrow();
  }

  /** Each turn from the first question to the review, with its answer. */
  private List<Turn> turns(Form form) {
    var turns = new ArrayList<Turn>();
    var session = Session.of(form, Dialogue.start(form, "", context).events());
    while (session.open().isPresent()) {
      var text = answer(session);
      turns.add(new Turn(session, text));
      session = session.after(said(session, text).events());
    }
    System.out.println(form.id() + ": " + turns.size() + " turns");
    return turns;
  }

  private String answer(Session session) {
    return ANSWERS.stream()
        .filter(text -> said(session, text).understood())
        .filter(text -> !session.after(said(session, text).events()).open().equals(session.open()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no answer to " + session.open()));
  }

  private Step said(Session session, String text) {
    return Dialogue.control(session, text, context)
        .orElseGet(() -> Dialogue.answer(session, text, context));
  }

  /** One turn, one after the other of those that fill the form. */
  @Benchmark
  public Step turn() {
    var turn = turns.get(next++ % turns.size());
    return said(turn.session(), turn.text());
  }

  /** A visit in one message, read. */
  @Benchmark
  public Report reading() {
    return Report.read(visit, REPORT, context.hearing());
  }

  /**
   * The same with all that follows from it: the form opened, what was understood, what is asked.
   */
  @Benchmark
  public Step report() {
    return Dialogue.start(visit, REPORT, context);
  }
}

package org.lanshao.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lanshao.desk.Desk;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Mistake;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the files of forms and wording again and again. When they have changed and then rested
 * for one look, all of them are read and checked; the desk goes over to them as a whole, or they
 * are refused as a whole and it goes on with what it has. It also keeps up with what another node
 * published. One virtual thread.
 */
public final class Publisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** So many places in a line of the log find the trouble. */
  private static final int LOGGED = 10;

  private final Source source;
  private final Desk desk;
  private final Admins admins;
  private final Consumer<FormsState> onChange;
  private final Counter published;
  private final Counter refused;
  private final Thread thread = Thread.ofVirtual().name("publisher").unstarted(this::run);
  private volatile FormsState state;
  private String before = "";
  private String done = "";
  private boolean waiting;

  /**
   * A publisher of a desk.
   *
   * @param first what the desk offers now
   * @param onChange is told each new state, on the publisher's thread
   */
  public Publisher(
      Source source,
      Desk desk,
      Admins admins,
      FormsState first,
      Consumer<FormsState> onChange,
      MeterRegistry meters) {
    this.source = source;
    this.desk = desk;
    this.admins = admins;
    this.state = first;
    this.onChange = onChange;
    this.published = counter("published", meters);
    this.refused = counter("refused", meters);
    Gauge.builder("lanshao.forms.mistakes", this, it -> it.state().mistakes().size())
        .description("Mistakes for which the files are refused; 0 when they are in use")
        .register(meters);
    Gauge.builder("lanshao.forms.held", this, it -> it.state().held().size())
        .description("Forms whose file is an earlier definition than the current one")
        .register(meters);
  }

  private static Counter counter(String outcome, MeterRegistry meters) {
    return Counter.builder("lanshao.forms.changes")
        .description("Changes of the files of forms and wording, by what became of them")
        .tag("outcome", outcome)
        .register(meters);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  /** How the files stand to what the desk offers. */
  public FormsState state() {
    return state;
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PAUSE);
        look();
        waiting = false;
      } catch (InterruptedException e) {
        return;
      } catch (Unavailable e) {
        onUnavailable(e);
      } catch (RuntimeException e) {
        LOG.atError().addKeyValue("error", e.getClass().getName()).log("a look at forms failed");
      }
    }
  }

  /** The files are looked at again until the database can be written. */
  private void onUnavailable(Unavailable e) {
    if (!waiting) {
      LOG.atWarn().addKeyValue("code", e.code()).log("changed forms wait for the database");
    }
    waiting = true;
  }

  /** Looks once. */
  void look() throws Unavailable {
    var seen = source.look();
    if (seen.equals(done)) {
      keepUp();
    } else if (seen.equals(before)) {
      take(seen);
    }
    before = seen;
  }

  private void take(String seen) throws Unavailable {
    var read = source.read();
    if (!source.look().equals(seen)) {
      return; // written while they were read: the next look takes them
    }
    var library = read.library();
    if (library.isPresent()) {
      adopt(library.get(), read.hints());
      source.keep(seen);
    } else {
      refuse(read);
    }
    done = seen;
  }

  private void adopt(Library library, List<Mistake> hints) throws Unavailable {
    if (state.isRefused() || !library.equals(state.library())) {
      Shelf shelf = desk.publish(library);
      enter(new FormsState(library, hints, List.of(), shelf.held()));
      published.increment();
      LOG.atInfo().addKeyValue("forms", library.forms().size()).log("forms published");
    }
  }

  private void refuse(FormReader.Result read) throws Unavailable {
    var mistakes = read.mistakes();
    if (mistakes.equals(state.mistakes())) {
      return;
    }
    admins.tell(mistakes, state.library().wording());
    enter(state.refused(read));
    refused.increment();
    LOG.atWarn()
        .addKeyValue("code", mistakes.getFirst().code().text())
        .addKeyValue("mistakes", mistakes.size())
        .addKeyValue("at", places(mistakes))
        .log("changed forms are refused, the ones from before stay");
  }

  /** File, line and code; what stands there is not for a log. */
  private static String places(List<Mistake> mistakes) {
    return mistakes.stream()
        .limit(LOGGED)
        .map(wrong -> wrong.fileName() + ":" + wrong.line() + ":" + wrong.code().text())
        .collect(Collectors.joining(" "));
  }

  /** Another node may have published since. */
  private void keepUp() throws Unavailable {
    if (!desk.isCurrent()) {
      var shelf = desk.publish(state.library());
      enter(state.holding(shelf.held()));
      LOG.info("forms of another node taken over");
    }
  }

  private void enter(FormsState next) {
    state = next;
    onChange.accept(next);
  }

  /** Looks no more. */
  @Override
  public void close() {
    thread.interrupt();
  }
}

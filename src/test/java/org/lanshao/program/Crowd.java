package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lanshao.Patience;

/** Many workers at once. */
final class Crowd {
  private final List<Visitor> visitors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong ids = new AtomicLong(7_300_000_000_000_000_000L);
  private final AtomicLong households = new AtomicLong(1000);

  /** Lets workers 1 … n begin, each with a client of their own. */
  static Crowd of(int workers, Function<Integer, Client> clients) {
    var crowd = new Crowd();
    IntStream.rangeClosed(1, workers)
        .mapToObj(w -> new Visitor(w, clients.apply(w), crowd.ids, crowd.households))
        .forEach(crowd.visitors::add);
    crowd.visitors.forEach(v -> crowd.threads.add(Thread.ofVirtual().start(v)));
    return crowd;
  }

  /** Half of the workers in the sandbox, half on WeCom. */
  static Crowd on(Installation installation, int workers) {
    var sandbox = new Sandbox(installation);
    return of(workers, worker -> worker % 2 == 0 ? sandbox : new Wecom(installation));
  }

  /** Lets everybody finish the visit in hand. */
  void finish() {
    visitors.forEach(Visitor::stop);
    threads.forEach(
        thread -> {
          try {
            thread.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  List<Visitor> visitors() {
    return visitors;
  }

  /** The households of all acknowledged visits. */
  List<Long> filed() {
    return visitors.stream().flatMap(v -> v.filed().stream()).toList();
  }

  /** Waits until so many more visits are filed. */
  void goOn(int more) {
    long goal = soFar() + more;
    Patience.until("visits go on", () -> soFar() >= goal || isWrong());
    assertThat(visitors).allSatisfy(visitor -> assertThat(visitor.wrong()).isEmpty());
  }

  private boolean isWrong() {
    return visitors.stream().anyMatch(visitor -> !visitor.wrong().isEmpty());
  }

  /** How many visits there are so far, about: the workers go on. */
  long soFar() {
    return households.get() - 1000;
  }
}

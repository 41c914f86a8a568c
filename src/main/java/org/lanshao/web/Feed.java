package org.lanshao.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.lanshao.publish.FormsState;

/**
 * All that the sandbox shows, as server-sent events: what went to people and groups as {@code
 * message}, what was said to the desk as {@code said}, how the form files stand as {@code forms}.
 * Events may come from any thread; each listener is written to on its own event loop. The newest
 * {@value #KEPT} are kept for listeners that come back or ask for {@code ?recent=true}.
 */
public final class Feed {
  private static final int KEPT = 300;
  private static final int MAX_LISTENERS = 200;

  /** How much may wait for a listener that does not read, before it is dropped. */
  private static final int MAX_WAITING_BYTES = 256 * 1024;

  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final String HEARTBEAT = ":\n\n";

  private final Vertx vertx;
  private final Counter dropped;
  private final String run;
  private final ArrayDeque<Event> recent = new ArrayDeque<>();
  private final Set<Listener> listeners = new LinkedHashSet<>();
  private final long heartbeat;
  private long last;

  private record Event(long number, String text) {}

  private record Listener(Context context, HttpServerResponse response) {}

  /**
   * A feed without listeners.
   *
   * @param run tells this run of the process from others, for listeners that come back
   */
  public Feed(Vertx vertx, MeterRegistry meters, String run) {
    this.vertx = vertx;
    this.run = run;
    this.dropped =
        Counter.builder("lanshao.feed.dropped")
            .description("Listeners of the sandbox feed that were too slow")
            .register(meters);
    meters.gaugeCollectionSize("lanshao.feed.listeners", java.util.List.of(), listeners);
    this.heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, id -> toAll(HEARTBEAT));
  }

  /** Shows what went to a person or a group; one line of JSON. */
  public void show(String json) {
    publish("message", json);
  }

  /** Shows what somebody said to the desk; one line of JSON. */
  void said(String json) {
    publish("said", json);
  }

  /** Shows how the files of forms and wording stand; what it is for is on the page. */
  public void forms(FormsState state) {
    publish("forms", SandboxForms.json(state));
  }

  private synchronized void publish(String kind, String json) {
    last++;
    var text = "id: %s-%d\nevent: %s\ndata: %s\n\n".formatted(run, last, kind, json);
    recent.addLast(new Event(last, text));
    if (recent.size() > KEPT) {
      recent.removeFirst();
    }
    toAll(text);
  }

  private synchronized void toAll(String text) {
    listeners.forEach(listener -> listener.context().runOnContext(go -> write(listener, text)));
  }

  /** Makes this request a listener until it goes away; called on its event loop. */
  void listen(HttpServerRequest request) {
    var response = request.response();
    var listener = new Listener(vertx.getOrCreateContext(), response);
    synchronized (this) {
      if (listeners.size() >= MAX_LISTENERS) {
        Answers.refuse(response, 429, "listeners");
        return;
      }
      response.setChunked(true).setWriteQueueMaxSize(MAX_WAITING_BYTES);
      response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
      response.putHeader("Cache-Control", "no-store");
      response.putHeader("X-Accel-Buffering", "no");
      response.closeHandler(gone -> forget(listener));
      response.exceptionHandler(broken -> forget(listener));
      response.write("retry: 1000\n\n" + missed(request));
      listeners.add(listener);
    }
  }

  private String missed(HttpServerRequest request) {
    long after = after(request);
    var text = new StringBuilder();
    recent.stream().filter(e -> e.number() > after).forEach(e -> text.append(e.text()));
    return text.toString();
  }

  /** The number of the last event this listener has seen. */
  private long after(HttpServerRequest request) {
    var lastSeen = request.getHeader("Last-Event-ID");
    if (lastSeen == null) {
      return "true".equals(request.getParam("recent")) ? 0 : last;
    }
    if (!lastSeen.matches("\\Q" + run + "\\E-\\d{1,18}")) {
      return 0; // of another run
    }
    return Long.parseLong(lastSeen.substring(run.length() + 1));
  }

  private void write(Listener listener, String text) {
    var response = listener.response();
    if (response.ended() || response.closed()) {
      forget(listener);
    } else if (response.writeQueueFull()) {
      drop(listener);
    } else {
      response.write(text);
    }
  }

  /** Once, however many writes to it wait in line. */
  private void drop(Listener listener) {
    if (forget(listener)) {
      dropped.increment();
      listener.response().reset();
    }
  }

  /** Whether it was there. */
  private synchronized boolean forget(Listener listener) {
    return listeners.remove(listener);
  }

  /** Ends all listeners, so that the server can stop. */
  public synchronized void close() {
    vertx.cancelTimer(heartbeat);
    listeners.forEach(listener -> listener.context().runOnContext(go -> listener.response().end()));
    listeners.clear();
  }
}

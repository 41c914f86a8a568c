package org.lanshao.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lanshao.turn.Unavailable;

/**
 * Nothing has come from a platform for so long that somebody should look whether it can still call.
 * When something last came is kept in the database, where all nodes tell it each other and a
 * restart finds it.
 *
 * @param channel the name of the platform's channel
 * @param heard when something last came to this node; empty: nothing yet
 * @param book where it is kept
 * @param work what counts
 * @param most how much of it may pass
 */
public record Silence(
    String channel, Supplier<Optional<Instant>> heard, Book book, WorkTime work, Duration most)
    implements Sign {
  /** What is heard meanwhile is not written each time. */
  private static final Duration WRITE_EVERY = Duration.ofMinutes(10);

  /** Keeps small things under names. */
  public interface Book {
    /** What was written last; empty: nothing. */
    Optional<String> read(String name) throws Unavailable;

    /** Writes. */
    void write(String name, String text) throws Unavailable;
  }

  @Override
  public List<Finding> look(Instant now) throws Unavailable {
    Optional<Instant> written = book.read(name()).map(Instant::parse);
    Instant last = latest(written, heard.get()).orElse(now);
    if (written.filter(at -> at.plus(WRITE_EVERY).isAfter(last)).isEmpty()
        && !Optional.of(last).equals(written)) {
      book.write(name(), last.toString());
    }
    var silent = work.between(last, now);
    return silent.compareTo(most) < 0
        ? List.of()
        : List.of(
            new Finding(
                Kind.CALLBACKS_SILENT,
                channel,
                Map.of("channel", channel, "hours", Long.toString(silent.toHours()))));
  }

  private String name() {
    return "heard:" + channel;
  }

  private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
    return one.filter(at -> other.filter(at::isBefore).isEmpty()).or(() -> other);
  }
}

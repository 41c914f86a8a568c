package org.lanshao.record;

import java.util.Optional;
import org.lanshao.form.Value;

/**
 * How much of one record somebody gets to see, and what people in it are called where they are not
 * named whole.
 */
public record Seen(Sight sight, Naming naming) {
  /** What somebody is called who must not be named whole. */
  public interface Naming {
    /**
     * In the place of a name.
     *
     * @param number under which they are, or their household is, on file; empty when they are not
     */
    String masked(String name, Optional<String> number);
  }

  /** An answer as it may be shown; empty where nothing of it may be. */
  public Optional<Value> shown(Value value) {
    return sight.shown(value, naming);
  }
}

package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopTest {
  private final Stop stop = new Stop();
  private final List<String> done = new ArrayList<>();

  @Test
  void whatWasStartedLastIsStoppedFirstAndOnce() {
    stop.first(() -> done.add("database"));
    stop.first(() -> done.add("messages"));
    stop.close();
    stop.close();

    assertThat(done).containsExactly("messages", "database");
  }

  @Test
  void aStepThatFailsDoesNotKeepTheOthers() {
    stop.first(() -> done.add("database"));
    stop.first(
        () -> {
          throw new IllegalStateException("a bug");
        });
    stop.first(() -> done.add("messages"));
    stop.close();

    assertThat(done).containsExactly("messages", "database");
  }
}

package org.lanshao.app;

import java.time.Duration;

/** The process that started this one. */
final class Parent {
  private static final Duration LOOK = Duration.ofMillis(500);

  private Parent() {}

  /**
   * Runs something once the parent has ended, however it ended: a killed Maven cannot tell its
   * child. A process whose parent ends is given another one, so a look at both is enough.
   */
  static void whenGone(Runnable then) {
    var parent = ProcessHandle.current().parent();
    Thread.ofVirtual()
        .name("parent")
        .start(
            () -> {
              while (parent.isPresent() && parent.equals(ProcessHandle.current().parent())) {
                try {
                  Thread.sleep(LOOK);
                } catch (InterruptedException stopped) {
                  return;
                }
              }
              then.run();
            });
  }
}

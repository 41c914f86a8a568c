package org.lanshao.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lanshao.picture.Drawer;
import org.lanshao.picture.Typeface;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What draws on this machine. Its font is looked for once, beside the start, which need not wait
 * for it; that there is none is told at once.
 */
final class FoundDrawer implements Supplier<Optional<Drawer>> {
  private static final Logger LOG = LoggerFactory.getLogger(FoundDrawer.class);

  private final CompletableFuture<Optional<Drawer>> found = new CompletableFuture<>();

  private FoundDrawer() {}

  /** Looks for it from now on. */
  static FoundDrawer looking() {
    var drawer = new FoundDrawer();
    Thread.ofVirtual().name("fonts").start(drawer::look);
    return drawer;
  }

  private void look() {
    try {
      found.complete(Typeface.installed().map(Drawer::new));
    } catch (RuntimeException | Error e) { // a machine without any font library
      LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("fonts cannot be looked at");
      found.complete(Optional.empty());
    }
    if (found.join().isEmpty()) {
      LOG.atWarn()
          .addKeyValue("code", "no-chinese-font")
          .log("no pictures of counts: install a Chinese font (fonts-noto-cjk) and start again");
    }
  }

  /** Empty where there is no Chinese font; blocks until that is known. */
  @Override
  public Optional<Drawer> get() {
    return found.join();
  }
}

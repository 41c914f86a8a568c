package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_ERR)
class PrivateConsoleTest {
  private static final String PRIVATE = "石巷村甄某";

  /** What the shipped configuration writes in this format. */
  private static String logged(String format) throws Exception {
    var written = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    var context = new LoggerContext();
    try {
      context.setMDCAdapter(new LogbackMDCAdapter());
      context.putProperty("LANSHAO_LOG", format);
      var configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(PrivateConsole.class.getResource("/logback.xml"));
      var failure = new IllegalStateException(PRIVATE, new java.sql.SQLException(PRIVATE));
      failure.addSuppressed(new IllegalArgumentException(PRIVATE));
      var log = context.getLogger("org.lanshao.Test");
      log.atError().addKeyValue("turn", "t1").setCause(failure).log("turn failed");
      log.debug("not this");
      context.getLogger("io.vertx.Test").info("nor this");
    } finally {
      context.stop();
      System.setErr(before);
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "text, 'event=\"turn failed\" turn=\"t1\"'",
    "json, '\"message\":\"turn failed\"'",
  })
  void exceptionsAreLoggedByKindAndPlaceAlone(String format, String expected) throws Exception {
    assertThat(logged(format))
        .contains(expected, "java.lang.IllegalStateException", "java.sql.SQLException")
        .contains("PrivateConsoleTest")
        .doesNotContain(PRIVATE, "not this", "nor this");
  }
}

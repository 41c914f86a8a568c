package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Patience;
import org.lanshao.Ports;

/** Nobody is told that a server can take messages before it listens for them. */
@Timeout(300)
class ReadyIT {
  @Test
  void theDoorForMessagesOpensBeforeTheOneThatTellsOfIt(@TempDir Path dir) throws Exception {
    int port = Ports.free();
    var installation = Installation.onSqlite(dir);
    try (var program = Program.launch(installation, Debugger.awaitedOn(port));
        var debugger = Debugger.on(port)) {
      var held = debugger.holdAt("org.lanshao.app.Doors", "management");
      debugger.go();

      assertThat(held.await(Patience.USUAL.toSeconds(), TimeUnit.SECONDS)).isTrue();
      connect(installation.port());
      assertThatThrownBy(() -> connect(installation.managementPort()))
          .isInstanceOf(ConnectException.class);
      program.kill();
    }
  }

  /** Linux takes connections for whoever listens, also while that stands still. */
  private static void connect(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }
}

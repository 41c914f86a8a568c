package org.lanshao.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the certificates of a private installation with the JDK's own tool. */
final class PrivateAuthority {
  static final String PASSWORD = "changeit";

  private PrivateAuthority() {}

  /**
   * {@code authority.pem}, which vouches for {@code localhost} in {@code server.p12}, and {@code
   * stranger.pem}, which vouches for nobody.
   */
  static void make(Path dir) throws IOException, InterruptedException {
    for (String name : List.of("authority", "stranger")) {
      keytool(dir, name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "bc:c");
      keytool(dir, name, "-exportcert", "-rfc", "-file", dir.resolve(name + ".pem").toString());
    }
    keytool(dir, "server", "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost");
    String request = dir.resolve("server.csr").toString();
    String signed = dir.resolve("server.pem").toString();
    keytool(dir, "server", "-certreq", "-file", request);
    keytool(
        dir,
        "authority",
        "-gencert",
        "-rfc",
        "-infile",
        request,
        "-outfile",
        signed,
        "-ext",
        "san=dns:localhost,ip:127.0.0.1");
    importInto(dir, "authority", dir.resolve("authority.pem").toString());
    importInto(dir, "server", signed);
  }

  private static void importInto(Path dir, String alias, String file)
      throws IOException, InterruptedException {
    run(dir, "server", List.of("-importcert", "-noprompt", "-alias", alias, "-file", file));
  }

  private static void keytool(Path dir, String store, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(arguments));
    command.addAll(List.of("-alias", store));
    run(dir, store, command);
  }

  private static void run(Path dir, String store, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(
        List.of(
            "-keystore",
            dir.resolve(store + ".p12").toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool: " + said);
    }
  }
}

package org.lanshao.alarm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate that ends soon, looked at each hour. One that cannot be seen shows nothing: that an
 * address is not there is for others to find.
 */
public final class Certificate implements Sign {
  private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
  private static final Duration LOOK_EVERY = Duration.ofHours(1);
  private static final int TIMEOUT_MILLIS = 5000;
  private static final int HTTPS = 443;

  private final String subject;
  private final Supplier<Optional<Instant>> end;
  private final Duration warning;
  // Of the thread that looks.
  private Optional<Instant> lookAgain = Optional.empty();
  private Optional<Instant> ends = Optional.empty();

  /**
   * One certificate.
   *
   * @param subject where it is used
   * @param end when it ends; empty: nobody knows now
   * @param warning how long before that it is told
   */
  Certificate(String subject, Supplier<Optional<Instant>> end, Duration warning) {
    this.subject = subject;
    this.end = end;
    this.warning = warning;
  }

  /** That of an {@code https://} address. */
  public static Certificate of(URI address, Duration warning) {
    return new Certificate(address.getHost(), () -> end(address), warning);
  }

  @Override
  public List<Finding> look(Instant now) {
    if (lookAgain.filter(now::isBefore).isEmpty()) {
      ends = end.get().or(() -> ends);
      lookAgain = Optional.of(now.plus(LOOK_EVERY));
    }
    return ends.filter(at -> at.minus(warning).isBefore(now))
        .map(at -> Math.max(0, Duration.between(now, at).toDays()))
        .map(days -> Map.of("address", subject, "days", Long.toString(days)))
        .map(slots -> List.of(new Finding(Kind.CERTIFICATE_ENDS, subject, slots)))
        .orElse(List.of());
  }

  /** When the certificate ends that is shown at an address; whoever vouches for it. */
  static Optional<Instant> end(URI address) {
    int port = address.getPort() < 0 ? HTTPS : address.getPort();
    try (var plain = new Socket()) {
      plain.connect(new InetSocketAddress(address.getHost(), port), TIMEOUT_MILLIS);
      plain.setSoTimeout(TIMEOUT_MILLIS);
      return Optional.of(end(plain, address.getHost(), port));
    } catch (IOException | GeneralSecurityException unseen) {
      LOG.atDebug()
          .addKeyValue("address", address.getHost())
          .addKeyValue("error", unseen.getClass().getName())
          .log("a certificate was not seen");
      return Optional.empty();
    }
  }

  private static Instant end(Socket plain, String host, int port)
      throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    try (var socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
      socket.startHandshake();
      var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getNotAfter().toInstant();
    }
  }

  /** Nothing is said on such a connection: also an end that is past must be seen. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {
      // whoever it is
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

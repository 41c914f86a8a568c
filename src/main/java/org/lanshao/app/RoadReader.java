package org.lanshao.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import org.lanshao.channel.Road;
import org.lanshao.form.Section;

/** Reads how something outside is reached: {@code proxy} and {@code trust}. */
final class RoadReader {
  private RoadReader() {}

  /**
   * Reads both; what is wrong is told and read as nothing.
   *
   * @param usual when neither is needed, for the advice: {@code 用公网企业微信}
   */
  static Road read(Section section, String usual) {
    return new Road(proxy(section), authorities(section, usual));
  }

  private static Optional<URI> proxy(Section section) {
    var text = section.text("proxy").filter(given -> !given.isEmpty());
    if (text.isPresent() && !text.get().matches("http://[^/\\s:@]+:\\d{1,5}/?")) {
      section.wrong(
          SettingsCode.BAD_SETTING, "proxy", "proxy 不是代理的地址。", "例如 http://10.0.0.8:3128；不用代理就留空。");
      return Optional.empty();
    }
    return text.map(URI::create);
  }

  /** A file of certificates, which must be there and hold at least one. */
  private static Optional<Path> authorities(Section section, String usual) {
    var file = section.text("trust").filter(given -> !given.isEmpty()).map(Path::of);
    if (file.isPresent() && !hasCertificates(file.get())) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          "trust",
          "trust 不是证书文件。",
          "写一个 PEM 文件的路径，里面是私有部署的根证书；%s就留空。".formatted(usual));
      return Optional.empty();
    }
    return file;
  }

  private static boolean hasCertificates(Path file) {
    try (var in = Files.newInputStream(file)) {
      return !CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty();
    } catch (IOException | CertificateException unreadable) {
      return false;
    }
  }
}

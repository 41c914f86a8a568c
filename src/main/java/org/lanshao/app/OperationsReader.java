package org.lanshao.app;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lanshao.alarm.OperationsWebhook;
import org.lanshao.form.Section;

/** Reads {@code operations}: when operators are told, and where. */
final class OperationsReader {
  private OperationsReader() {}

  /** Reads them. */
  static OperationsSettings read(Section section) {
    var usual = Settings.DEFAULTS.operations();
    var webhook = section.text("webhook").filter(url -> !url.isEmpty());
    if (webhook.filter(url -> !url.matches("https?://[^/\\s]+(/\\S*)?")).isPresent()) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          "webhook",
          "operations.webhook 不是网址。",
          "写 https://… 这样的网址，或留空。");
    }
    var read =
        new OperationsSettings(
            webhook,
            section
                .oneOf(
                    "shape",
                    Map.of(
                        "text", OperationsWebhook.Shape.TEXT, "json", OperationsWebhook.Shape.JSON))
                .orElse(usual.shape()),
            RoadReader.read(section, "不是私有部署"),
            section.text("node").filter(node -> !node.isEmpty()),
            section
                .whole("outbox-minutes", 1, 1440)
                .map(Duration::ofMinutes)
                .orElse(usual.outbox()),
            section
                .whole("disk-megabytes", 1, 1 << 20)
                .map(megabytes -> megabytes << 20)
                .orElse(usual.diskBytes()),
            section.whole("backup-hours", 0, 8760).map(Duration::ofHours).orElse(usual.backup()),
            section.whole("silence-hours", 0, 400).map(Duration::ofHours).orElse(usual.silence()),
            publicAddress(section));
    section.refuseOthers();
    return read;
  }

  private static Optional<URI> publicAddress(Section section) {
    var text = section.text("address").filter(given -> !given.isEmpty());
    if (text.filter(given -> !given.matches("https://[0-9A-Za-z.-]+(:\\d{1,5})?/?")).isPresent()) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          "address",
          "operations.address 不是 https 的网址。",
          "写平台回调用的域名，例如 https://bot.example.org；不看证书就留空。");
      return Optional.empty();
    }
    return text.map(URI::create);
  }
}

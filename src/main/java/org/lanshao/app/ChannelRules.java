package org.lanshao.app;

import java.util.List;
import org.lanshao.form.Section;
import org.lanshao.web.Listen;

/** Which channels may stand beside each other, and where. */
final class ChannelRules {
  private final Section section;
  private final Listen http;
  private final boolean manualClock;

  /** Mistakes are told at {@code section}, which is {@code channels:}. */
  ChannelRules(Section section, Listen http, boolean manualClock) {
    this.section = section;
    this.http = http;
    this.manualClock = manualClock;
  }

  /** Tells what may not be. */
  void check(List<ChannelSettings> channels) {
    boolean real = channels.stream().anyMatch(ChannelRules::isReal);
    int sandboxes = 0;
    for (ChannelSettings channel : channels) {
      switch (channel) {
        case ChannelSettings.Sandbox sandbox -> {
          sandboxes++;
          check(sandbox, real, sandboxes);
        }
        case ChannelSettings.Wecom wecom -> check(wecom);
      }
    }
  }

  private static boolean isReal(ChannelSettings channel) {
    return !(channel instanceof ChannelSettings.Sandbox);
  }

  private void check(ChannelSettings.Sandbox sandbox, boolean real, int number) {
    var name = sandbox.name().text();
    if (number > 1) {
      section.wrong(
          SettingsCode.UNSAFE_CHANNEL, name, "sandbox 通道只能有一个。", "删掉 %s。".formatted(name));
    }
    if (real && !sandbox.allow()) {
      section.wrong(
          SettingsCode.UNSAFE_CHANNEL,
          name,
          "sandbox 通道旁边有真实通道，谁都能冒充别人。",
          "删掉 %s；确实需要就写 allow: true。".formatted(name));
    }
    if (sandbox.token().isEmpty() && !http.isLoopback()) {
      section.wrong(
          SettingsCode.UNSAFE_CHANNEL,
          name,
          "http.host 是 %s，别的机器也能用 sandbox 通道。".formatted(http.host()),
          "给 %s 设一个 token，或把 http.host 改回 127.0.0.1。".formatted(name));
    }
  }

  private void check(ChannelSettings.Wecom wecom) {
    if (manualClock) {
      section.wrong(
          SettingsCode.UNSAFE_CHANNEL,
          wecom.name().text(),
          "clock: manual 只用于测试，不能和真实通道一起用。",
          "改成 clock: system，或删掉这个通道。");
    }
  }
}

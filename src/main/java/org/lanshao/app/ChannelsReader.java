package org.lanshao.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.wecom.Abilities;
import org.lanshao.channel.wecom.Departments;
import org.lanshao.channel.wecom.WecomBotSettings;
import org.lanshao.channel.wecom.WecomLimits;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Splitting;

/** Reads what stands under {@code channels:}. */
final class ChannelsReader {
  private static final String WECOM_API = "https://qyapi.weixin.qq.com";

  /** What everybody needs at hand. */
  private static final Map<String, String> MENU = menu();

  // Document 90231.
  private static final int MENU_BUTTONS = 3;
  private static final int MENU_NAME = 16;
  private static final int MENU_WORDS = 128;
  private static final int LEAST = 10;

  private enum Kind {
    SANDBOX,
    WECOM
  }

  private static final Map<String, Kind> KINDS =
      Map.of("sandbox", Kind.SANDBOX, "wecom", Kind.WECOM);

  private final Section channels;
  private final Mistakes mistakes;

  ChannelsReader(Section channels, Mistakes mistakes) {
    this.channels = channels;
    this.mistakes = mistakes;
  }

  private static Map<String, String> menu() {
    var menu = new LinkedHashMap<String, String>();
    List.of("紧急", "走访", "收到").forEach(word -> menu.put(word, word));
    return menu;
  }

  /** All channels that could be read. */
  List<ChannelSettings> read() {
    var read = new ArrayList<ChannelSettings>();
    channels.named().forEach((name, section) -> read(name, section).ifPresent(read::add));
    return read;
  }

  private Optional<ChannelSettings> read(String name, Section section) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
      channels.wrong(
          SettingsCode.CHANNEL_NAME,
          name,
          "通道名“%s”不行。".formatted(name),
          "只用小写字母、数字和短横，最多 32 个，例如 wecom。");
    }
    if (section.required("kind", "sandbox").isEmpty()) {
      return Optional.empty();
    }
    return section
        .oneOf("kind", KINDS)
        .flatMap(
            kind -> {
              var channel =
                  switch (kind) {
                    case SANDBOX -> sandbox(new ChannelName(name), section);
                    case WECOM -> wecom(new ChannelName(name), section);
                  };
              section.refuseOthers();
              return channel;
            });
  }

  private static Optional<ChannelSettings> sandbox(ChannelName name, Section section) {
    return Optional.of(
        new ChannelSettings.Sandbox(
            name,
            section.text("token").filter(token -> !token.isEmpty()),
            section.flag("allow", false)));
  }

  private Optional<ChannelSettings> wecom(ChannelName name, Section section) {
    var before = mistakes.sorted().size();
    var api = address(section, "api", section.text("api").orElse(WECOM_API));
    var webhooks =
        section
            .text("webhook-api")
            .map(given -> address(section, "webhook-api", given))
            .orElse(api);
    var corpId = filled(section, "corp-id", "ww0123456789abcdef");
    section.required("agent-id", "1000002");
    long agentId = section.whole("agent-id", 0, Integer.MAX_VALUE).orElse(0L);
    var secret = filled(section, "secret", "${WECOM_SECRET}");
    var token = filled(section, "token", "${WECOM_TOKEN}");
    var key = filled(section, "encoding-aes-key", "${WECOM_AES_KEY}");
    checkKey(section, key);
    var abilities = abilities(section);
    var bot = bot(name, section.section("bot"));
    var menu = menu(section.section("menu"));
    var departments = departments(section.section("departments"));
    var road = RoadReader.read(section, "用公网企业微信");
    var limits = limits(section);
    return mistakes.sorted().size() > before
        ? Optional.empty()
        : Optional.of(
            new ChannelSettings.Wecom(
                new WecomSettings(
                    name,
                    api,
                    corpId,
                    agentId,
                    secret,
                    token,
                    key,
                    abilities,
                    webhooks,
                    road,
                    departments),
                limits,
                bot,
                menu));
  }

  /** The areas that departments stand for, by their numbers. */
  private static Departments departments(Section section) {
    var numberToArea = new LinkedHashMap<String, String>();
    for (String number : section.keys()) {
      var area = section.text(number, "").strip();
      numberToArea.put(number, area);
      if (!number.matches("\\d{1,10}") || !area.matches("\\d{6,12}")) {
        section.wrong(
            SettingsCode.BAD_SETTING,
            number,
            "部门“%s”写得不对。".formatted(number),
            "左边写企业微信的部门编号，右边写 areas.csv 里的地区编号，例如 \"12\": \"445322115\"。");
      }
    }
    section.refuseOthers();
    return new Departments(numberToArea);
  }

  /** Buttons of the app's menu: the name of each and what it says. */
  private static Map<String, String> menu(Section section) {
    var menu = new LinkedHashMap<String, String>();
    for (String name : section.keys()) {
      var words = section.text(name, name).strip();
      menu.put(name, words);
      if (Splitting.bytes(name) > MENU_NAME || Splitting.bytes(words) > MENU_WORDS) {
        section.wrong(
            SettingsCode.BAD_SETTING, name, "菜单的“%s”太长。".formatted(name), "名称最多 5 个汉字，说的话最多 40 个。");
      }
    }
    if (menu.size() > MENU_BUTTONS) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          section.keys().stream().skip(MENU_BUTTONS).findFirst().orElse(""),
          "菜单最多 %d 个。".formatted(MENU_BUTTONS),
          "删掉多的。");
    }
    section.refuseOthers();
    return menu.isEmpty() ? MENU : menu;
  }

  /** The smart bot that stands beside an app: the channel {@code <app>-bot}. */
  private Optional<WecomBotSettings> bot(ChannelName app, Section section) {
    if (section.keys().isEmpty()) {
      return Optional.empty();
    }
    var before = mistakes.sorted().size();
    var name = new ChannelName(app.text() + "-bot");
    if (channels.keys().contains(name.text())) {
      channels.wrong(
          SettingsCode.CHANNEL_NAME,
          name.text(),
          "%s 是机器人的通道名，不能再有一个。".formatted(name),
          "给这个通道换个名字。");
    }
    var token = filled(section, "token", "${WECOM_BOT_TOKEN}");
    var key = filled(section, "encoding-aes-key", "${WECOM_BOT_AES_KEY}");
    checkKey(section, key);
    var called = section.text("called").orElse("");
    section.refuseOthers();
    return mistakes.sorted().size() > before
        ? Optional.empty()
        : Optional.of(new WecomBotSettings(name, token, key, called));
  }

  private static void checkKey(Section section, String key) {
    if (!key.isEmpty()) {
      WecomSettings.keyProblem(key)
          .ifPresent(
              problem ->
                  section.wrong(
                      SettingsCode.BAD_SETTING,
                      "encoding-aes-key",
                      "encoding-aes-key 不对。",
                      problem + "。"));
    }
  }

  /** The base address of an interface, without a slash at its end. */
  private static String address(Section section, String key, String given) {
    var address = given.replaceFirst("/+$", "");
    if (!address.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")) {
      section.wrong(
          SettingsCode.BAD_SETTING, key, "%s 不是网址。".formatted(key), "例如 %s。".formatted(WECOM_API));
    }
    return address;
  }

  private static Abilities abilities(Section section) {
    var can = section.section("can");
    var usual = Abilities.USUAL;
    var read =
        new Abilities(
            can.flag("cards", usual.cards()),
            can.flag("markdown", usual.markdown()),
            can.flag("appchat", usual.appchat()),
            can.flag("webhook", usual.webhook()),
            can.flag("duplicate-check", usual.duplicateCheck()));
    can.refuseOthers();
    return read;
  }

  /** At most what WeCom documents; at least what leaves a fifth for emergencies. */
  private static WecomLimits limits(Section section) {
    var limits = section.section("limits");
    var usual = WecomLimits.USUAL;
    var read =
        new WecomLimits(
            most(limits, "member-minute", 30, usual.memberMinute()),
            most(limits, "member-hour", 1_000, usual.memberHour()),
            most(limits, "app-minute", 10_000, usual.appMinute()),
            most(limits, "app-day", 100_000_000, usual.appDay()),
            most(limits, "webhook-minute", 20, usual.webhookMinute()),
            most(limits, "group-minute", 200, usual.groupMinute()));
    limits.refuseOthers();
    return read;
  }

  private static int most(Section limits, String key, int documented, int otherwise) {
    return limits.whole(key, LEAST, documented).map(Long::intValue).orElse(otherwise);
  }

  /** A text that must be there and not be empty; empty text if it is not. */
  private static String filled(Section section, String key, String example) {
    var text = section.required(key, example);
    if (text.isPresent() && text.get().isEmpty()) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          key,
          "%s 是空的。".formatted(key),
          "例如 %s: %s".formatted(key, example));
    }
    return text.orElse("");
  }
}

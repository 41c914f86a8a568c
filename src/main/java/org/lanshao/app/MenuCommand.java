package org.lanshao.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.lanshao.channel.wecom.WecomAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lanshao menu}: the menu below the chat with the app. */
@Command(
    name = "menu",
    description = "企业微信应用聊天窗口下面的菜单（设置里的 menu）。",
    mixinStandardHelpOptions = true)
final class MenuCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "create", description = "按设置建菜单，换掉原来的。", mixinStandardHelpOptions = true)
  int create(@Mixin AppCall call) {
    return call.run(
        wecom -> Optional.of(new WecomAdmin(wecom.settings()).createMenu(wecom.menu())),
        json -> spec.commandLine().getOut().println("菜单建好了。重新打开应用就能看到。"),
        spec.commandLine().getErr());
  }

  @Command(name = "show", description = "看看现在的菜单。", mixinStandardHelpOptions = true)
  int show(@Mixin AppCall call) {
    return call.run(
        wecom -> Optional.of(new WecomAdmin(wecom.settings()).showMenu()),
        this::say,
        spec.commandLine().getErr());
  }

  private void say(JsonNode json) {
    var out = spec.commandLine().getOut();
    if (json.path("button").isEmpty()) {
      out.println("没有菜单。");
    }
    for (JsonNode button : json.path("button")) {
      out.println(button.path("name").asText() + "：" + button.path("key").asText());
    }
  }

  @Command(name = "delete", description = "去掉菜单。", mixinStandardHelpOptions = true)
  int delete(@Mixin AppCall call) {
    return call.run(
        wecom -> Optional.of(new WecomAdmin(wecom.settings()).deleteMenu()),
        json -> spec.commandLine().getOut().println("没有菜单了。"),
        spec.commandLine().getErr());
  }
}

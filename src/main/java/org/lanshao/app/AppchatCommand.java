package org.lanshao.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.wecom.WecomAdmin;
import org.lanshao.channel.wecom.WecomAdmin.NewChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lanshao appchat}: groups that the app makes and can write to. */
@Command(name = "appchat", description = "企业微信应用自己建的群。", mixinStandardHelpOptions = true)
final class AppchatCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "create",
      description = "建一个群。再做一次不会建第二个。",
      footer = "例如：lanshao appchat create taiping1 --name 太平站 --owner Li --people Chen",
      mixinStandardHelpOptions = true)
  int create(
      @Mixin AppCall call,
      @Parameters(paramLabel = "ID", description = "群编号，自己定：字母和数字，例如 taiping1。") String id,
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "群名。")
          String name,
      @Option(
              names = "--owner",
              required = true,
              paramLabel = "ACCOUNT",
              description = "群主的企业微信账号。")
          String owner,
      @Option(
              names = "--people",
              required = true,
              split = ",",
              paramLabel = "ACCOUNT",
              description = "成员账号，用逗号隔开。")
          List<String> people) {
    var all = new LinkedHashSet<>(people);
    all.add(owner);
    var chat = new NewChat(id, name, owner, List.copyOf(all));
    return call.run(wecom -> create(chat, wecom), json -> made(id), spec.commandLine().getErr());
  }

  private Optional<Delivery.HttpCall> create(NewChat chat, ChannelSettings.Wecom wecom) {
    var problem = chat.problem();
    problem.ifPresent(spec.commandLine().getErr()::println);
    return problem.isPresent()
        ? Optional.empty()
        : Optional.of(new WecomAdmin(wecom.settings()).createChat(chat));
  }

  private void made(String id) {
    spec.commandLine()
        .getOut()
        .printf("群建好了。在 groups.csv 的 send 写 appchat:%s；第一条消息发出以后，成员才看得到群。%n", id);
  }

  @Command(
      name = "show",
      description = "看看群里有谁。",
      footer = "例如：lanshao appchat show taiping1",
      mixinStandardHelpOptions = true)
  int show(@Mixin AppCall call, @Parameters(paramLabel = "ID", description = "群编号。") String id) {
    return call.run(wecom -> show(id, wecom), this::say, spec.commandLine().getErr());
  }

  private Optional<Delivery.HttpCall> show(String id, ChannelSettings.Wecom wecom) {
    if (!id.matches("[0-9A-Za-z_-]{1,64}")) {
      spec.commandLine().getErr().println("这不是群编号。");
      return Optional.empty();
    }
    return Optional.of(new WecomAdmin(wecom.settings()).showChat(id));
  }

  private void say(JsonNode json) {
    var chat = json.path("chat_info");
    var out = spec.commandLine().getOut();
    out.println("群名：" + chat.path("name").asText());
    out.println("群主：" + chat.path("owner").asText());
    chat.path("userlist").forEach(person -> out.println("成员：" + person.asText()));
  }
}

package org.lanshao.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lanshao chat}: talks to a running server's sandbox, line by line. */
@Command(
    name = "chat",
    description = {
      "在终端里和正在运行的服务聊天（要有 sandbox 通道）。",
      "每行一句话；/是 p11 换人，/群 g01 到群里说，/私聊 回到私聊，/退出 结束。"
    },
    mixinStandardHelpOptions = true)
final class Chat implements Callable<Integer> {
  @Option(
      names = "--url",
      description = "服务的地址，默认 ${DEFAULT-VALUE}。",
      defaultValue = "http://127.0.0.1:8080")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--as", paramLabel = "PERSON", description = "谁在说话：通讯录里的编号，默认第一个人。")
  private @Nullable String person;

  @Option(names = "--in", paramLabel = "GROUP", description = "在哪个群里说；不写就是私聊。")
  private String chat = "private";

  @Option(
      names = "--token",
      description = "sandbox 通道的口令。",
      defaultValue = "${LANSHAO_SANDBOX_TOKEN:-}")
  private String token = "";

  @Override
  public Integer call() throws InterruptedException {
    var out = new PrintWriter(System.out, true, console());
    var sandbox = new SandboxClient(url, token);
    try (var in = new BufferedReader(new InputStreamReader(System.in, console()))) {
      var people = sandbox.people();
      var talk = new ChatTalk(sandbox, people, out, person == null ? first(people) : person, chat);
      talk.begin();
      for (var line = in.readLine(); line != null && talk.isOpen(); line = in.readLine()) {
        talk.onLine(line.strip());
        if (!talk.isOpen()) {
          break;
        }
      }
      return 0;
    } catch (SandboxClient.Refused refused) {
      out.println(refused.hint());
    } catch (IOException unreachable) {
      out.printf("连不上 %s。先运行 lanshao serve，或用 --url 写对地址。%n", url);
    }
    return 1;
  }

  private static String first(java.util.Map<String, String> people) {
    return people.keySet().stream().findFirst().orElse("");
  }

  /** What the terminal shows Chinese in. */
  private static Charset console() {
    return Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
  }
}

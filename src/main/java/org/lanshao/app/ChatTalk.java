package org.lanshao.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;

/** What goes on in the terminal: one person at a time, in private or in one group. */
final class ChatTalk {
  private static final int TRIES = 3;

  private final SandboxClient sandbox;
  private final Map<String, String> people;
  private final PrintWriter out;
  private String person;
  private String chat;
  private boolean open = true;

  /**
   * Begins as a person.
   *
   * @param people name and role by id
   * @param chat {@code private} or the id of a group
   */
  ChatTalk(
      SandboxClient sandbox,
      Map<String, String> people,
      PrintWriter out,
      String person,
      String chat) {
    this.sandbox = sandbox;
    this.people = people;
    this.out = out;
    this.person = person;
    this.chat = chat;
  }

  boolean isOpen() {
    return open;
  }

  /** Says who talks where, and shows what arrives elsewhere from now on. */
  void begin() {
    where();
    sandbox.listen(this::onArrived);
  }

  void onLine(String line) throws IOException, InterruptedException {
    var words = line.split("\\s+", 2);
    var rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "" -> {}
      case "/是", "/as" -> become(rest);
      case "/群", "/in" -> move(rest.isEmpty() ? "private" : rest);
      case "/私聊", "/private" -> move("private");
      case "/退出", "/quit", "/exit" -> open = false;
      default -> say(line);
    }
  }

  private void become(String id) {
    if (people.containsKey(id)) {
      person = id;
      where();
    } else {
      people.forEach((known, who) -> out.printf("%s %s%n", known, who));
    }
  }

  private void move(String to) {
    chat = to;
    where();
  }

  private void where() {
    out.printf(
        "—— 你是 %s，%s ——%n",
        people.getOrDefault(person, person), chat.equals("private") ? "和蓝哨私聊" : "在群 " + chat);
  }

  /** The same id each time, so that what was taken but not answered is not taken twice. */
  private void say(String text) throws IOException, InterruptedException {
    var id = "chat-" + UUID.randomUUID();
    for (int attempt = 1; ; attempt++) {
      try {
        sandbox.say(person, chat, text, id).forEach(this::show);
        return;
      } catch (SandboxClient.Refused refused) {
        out.println(refused.hint());
        return;
      } catch (IOException lost) {
        if (attempt == TRIES) {
          throw lost;
        }
        Thread.sleep(1000L * attempt);
      }
    }
  }

  private void show(JsonNode reply) {
    out.println(reply.path("text").asText());
    out.println();
  }

  /** What is sent on its own: not a reply to anybody, whose ids hold a slash. */
  private void onArrived(JsonNode message) {
    if (!message.path("id").asText().contains("/")) {
      var to = message.path("to").asText();
      out.printf(
          "【%s】%s%n%n",
          to.isEmpty() ? message.path("chat").asText() : people.getOrDefault(to, to),
          message.path("text").asText());
    }
  }
}

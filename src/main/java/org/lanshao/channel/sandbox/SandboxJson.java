package org.lanshao.channel.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;

/** How the sandbox writes messages. */
final class SandboxJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SandboxJson() {}

  /**
   * {@code {"replies":[{"text":…,"choices":[{"label":…,"say":…}]}]}}, and in a part that is a
   * picture or file {@code "file":{"kind":"image","hash":…,"name":…}}.
   */
  static String replies(Reply reply) {
    var root = NODES.objectNode();
    var parts = root.putArray("replies");
    reply.parts().forEach(part -> write(part, parts.addObject()));
    return root.toString();
  }

  /**
   * {@code {"id":…,"chat":"private","to":"p1","text":…,"choices":[…]}}; for a group, {@code chat}
   * is where the group is written to and {@code to} is empty text.
   */
  static String sent(Outbound outbound) {
    var root = NODES.objectNode();
    root.put("id", outbound.id().toString());
    switch (outbound.target()) {
      case Outbound.Target.ToPerson(String account) ->
          root.put("chat", "private").put("to", account);
      case Outbound.Target.ToGroup(String send) -> root.put("chat", send).put("to", "");
      case Outbound.Target.Back(String account, String ignored) ->
          root.put("chat", "private").put("to", account);
    }
    write(outbound.part(), root);
    return root.toString();
  }

  private static void write(Reply.Part part, ObjectNode into) {
    into.put("text", part.text());
    var choices = into.putArray("choices");
    part.choices()
        .forEach(
            choice -> choices.addObject().put("label", choice.label()).put("say", choice.say()));
    part.extras()
        .file()
        .ifPresent(
            file ->
                into.putObject("file")
                    .put("kind", file.kind().name().toLowerCase(Locale.ROOT))
                    .put("hash", file.hash())
                    .put("name", file.name()));
  }
}

package org.lanshao.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Road;
import org.lanshao.transport.Transport;

/**
 * A webhook that is called directly, past the outbox, for that may be what is wrong.
 *
 * @param road how it is reached
 * @param url with its secret
 * @param shape what it understands
 */
public record OperationsWebhook(Transport transport, Road road, String url, Shape shape)
    implements Operations {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a webhook understands. */
  public enum Shape {
    /** The robots of WeCom and DingTalk groups: {@code {"msgtype":"text","text":{"content":…}}}. */
    TEXT,
    /** Anything else: {@code {"code":…,"raised":true,"node":…,"text":…}}. */
    JSON
  }

  @Override
  public boolean tell(Notice notice) {
    var body = JSON.createObjectNode();
    switch (shape) {
      case TEXT -> text(body, notice);
      case JSON ->
          body.put("code", notice.code())
              .put("raised", notice.raised())
              .put("node", notice.node())
              .put("text", notice.text());
    }
    var headers = Map.of("Content-Type", "application/json; charset=utf-8");
    var call =
        new Delivery.HttpCall(
            "POST", url, headers, body.toString().getBytes(UTF_8), Optional.empty());
    return transport.call(road, call).filter(OperationsWebhook::isTaken).isPresent();
  }

  private static void text(ObjectNode body, Notice notice) {
    body.put("msgtype", "text");
    body.putObject("text")
        .put("content", "[%s] %s %s".formatted(notice.code(), notice.node(), notice.text()));
  }

  /** Robots answer 200 also when they refuse; the truth is in {@code errcode}. */
  private static boolean isTaken(RawResponse response) {
    return response.status() / 100 == 2 && errcode(response.body()) == 0;
  }

  private static int errcode(byte[] body) {
    try {
      JsonNode answer = JSON.readTree(body);
      return answer == null ? 0 : answer.path("errcode").asInt(0);
    } catch (JsonProcessingException other) {
      return 0;
    } catch (IOException broken) {
      return -1;
    }
  }

  /** Without the URL, which holds a secret. */
  @Override
  public String toString() {
    return "OperationsWebhook[" + shape + "]";
  }
}

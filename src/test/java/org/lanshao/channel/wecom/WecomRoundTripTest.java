package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanshao.Effort;
import org.lanshao.channel.wecom.Vectors.Vector;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;

/** Over real sockets: recorded requests as they were on the wire, and WxJava as the other side. */
class WecomRoundTripTest {
  private static final int TEXTS = Effort.of(300);
  private static final String CORP = "ww0123456789abcdef";
  private static final String TOKEN = "tokenForTests";
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

  private static Vertx vertx;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void close() {
    vertx.close().await();
  }

  static Stream<Vector> urlChecks() {
    return Vectors.ofKinds("url_verify");
  }

  static Stream<Vector> callbacks() {
    return Vectors.ofKinds("app_message", "app_event", "contact_event");
  }

  @ParameterizedTest
  @MethodSource("urlChecks")
  void theQueryIsDecodedOnce(Vector vector) throws Exception {
    try (var server = new CallbackServer(vertx, vector.channel(), inbound -> Reply.NONE)) {
      HttpResponse<String> response = server.get(vector.json().path("rawQuery").asText());

      if (vector.isAccepted()) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(vector.expect().path("responseBody").asText());
      } else {
        assertThat(response.statusCode()).isIn(401, 403);
        assertThat(response.body()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void aBadRequestNeverCausesAServerError(Vector vector) throws Exception {
    try (var server = new CallbackServer(vertx, vector.channel(), inbound -> Reply.NONE)) {
      HttpResponse<String> response =
          server.post(vector.json().path("rawQuery").asText(), vector.json().path("body").asText());

      boolean accepted = vector.isAccepted() && !vector.expect().has("mayReject");
      assertThat(response.statusCode()).isIn(accepted ? List.of(200) : List.of(400, 401, 403));
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void aParameterThatIsMissingOrGivenTwiceIsRefused() throws Exception {
    Vector vector = Vectors.named("app-text-ascii");
    String query = vector.json().path("rawQuery").asText();
    String body = vector.json().path("body").asText();
    try (var server = new CallbackServer(vertx, vector.channel(), inbound -> Reply.NONE)) {
      for (String name : List.of("msg_signature", "timestamp", "nonce")) {
        String without = query.replaceAll("&?" + name + "=[^&]*", "");
        assertThat(server.post(without, body).statusCode()).isEqualTo(401);
        assertThat(server.post(query + "&" + name + "=1", body).statusCode()).isEqualTo(401);
      }
      assertThat(server.post("", body).statusCode()).isEqualTo(401);
      assertThat(server.get(query).statusCode()).isEqualTo(400);
      assertThat(server.post(query, body).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatWxJavaSealsIsReadAndWhatIsSealedHereWxJavaReads() throws Exception {
    var wxJava = new WxCpCryptUtil(wxJavaConfig());
    var heard = new ConcurrentLinkedQueue<Inbound>();
    var random = new Random(11);
    try (var server =
        new CallbackServer(
            vertx,
            channel(),
            inbound -> {
              heard.add(inbound);
              return Reply.of(((Content.Text) inbound.content()).text());
            })) {
      for (int i = 0; i < TEXTS; i++) {
        String text = text(random);
        HttpResponse<String> response = server.post(query(wxJava, text, i), sealed());

        assertThat(response.statusCode()).isEqualTo(200);
        Inbound inbound = heard.remove();
        assertThat(inbound.content()).isEqualTo(new Content.Text(text));
        assertThat(inbound.account()).isEqualTo("wang.xiaomei");
        assertThat(inbound.messageId()).isEqualTo(Long.toString(7_000_000_000_000_000_000L + i));
        assertThat(openedByWxJava(wxJava, response.body())).isEqualTo(text);
      }
    }
  }

  // What WxJava sealed last: its own envelope, with the signature beside the encrypted text.
  private Map<String, String> envelope = Map.of();

  private String query(WxCpCryptUtil wxJava, String text, int number) {
    String plain =
        "<xml><ToUserName><![CDATA["
            + CORP
            + "]]></ToUserName><FromUserName><![CDATA[wang.xiaomei]]></FromUserName>"
            + "<CreateTime>1795000374</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA["
            + text.replace("]]>", "]]]]><![CDATA[>")
            + "]]></Content><MsgId>"
            + (7_000_000_000_000_000_000L + number)
            + "</MsgId><AgentID>1000002</AgentID></xml>";
    envelope = XmlFields.read(wxJava.encrypt(plain)).orElseThrow();
    return "msg_signature="
        + field("MsgSignature")
        + "&timestamp="
        + field("TimeStamp")
        + "&nonce="
        + URLEncoder.encode(field("Nonce"), StandardCharsets.UTF_8);
  }

  private String field(String name) {
    return envelope.getOrDefault(name, "");
  }

  private String sealed() {
    return "<xml><ToUserName><![CDATA["
        + CORP
        + "]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA["
        + field("Encrypt")
        + "]]></Encrypt></xml>";
  }

  private static String openedByWxJava(WxCpCryptUtil wxJava, String reply) {
    var fields = XmlFields.read(reply).orElseThrow();
    String plain =
        wxJava.decryptXml(
            fields.getOrDefault("MsgSignature", ""),
            fields.getOrDefault("TimeStamp", ""),
            fields.getOrDefault("Nonce", ""),
            reply);
    var message = XmlFields.read(plain).orElseThrow();
    assertThat(message)
        .containsEntry("ToUserName", "wang.xiaomei")
        .containsEntry("FromUserName", CORP)
        .containsEntry("MsgType", "text");
    return message.getOrDefault("Content", "");
  }

  /** Of every width of UTF-8, with markup, and of every length of padding. */
  private static String text(Random random) {
    String[] pieces = {"a", "é", "走访", "🌊", "]]>", "<&\"'>", " ", "\n", "12号", "\u2028", "𠮷"};
    var text = new StringBuilder("文");
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.append("完").toString();
  }

  private static WecomChannel channel() {
    return new WecomChannel(
        new WecomSettings(
            new ChannelName("wecom"), "https://api.invalid", CORP, 1000002, "s", TOKEN, KEY),
        RandomGenerator.getDefault());
  }

  private static WxCpDefaultConfigImpl wxJavaConfig() {
    var config = new WxCpDefaultConfigImpl();
    config.setCorpId(CORP);
    config.setToken(TOKEN);
    config.setAesKey(KEY);
    config.setAgentId(1000002);
    return config;
  }
}

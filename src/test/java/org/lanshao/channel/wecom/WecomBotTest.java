package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.channel.Accounts.Found;
import org.lanshao.channel.Delivery.HttpCall;
import org.lanshao.channel.MediaSource.Fetched;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawRequest;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.channel.wecom.Vectors.Vector;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Extras;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.message.Reply.Choice;
import org.lanshao.message.Reply.Part;

/** The smart bot: every recorded callback, its answers over real HTTP, and hostile input. */
class WecomBotTest {
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final Vector GROUP = Vectors.named("aibot-group-text");
  private static final String URL =
      "https://qyapi.example.invalid/cgi-bin/aibot/response?response_code=";
  private static final Chat IN_GROUP = new Chat.Group("wrSEy7EsxBV77mWVgzMI5qX2A99gAz9e");

  /** What the recorded callbacks say; an empty text: nothing for the desk. */
  private static final Map<String, Object> NAME_TO_CONTENT =
      Map.ofEntries(
          Map.entry("aibot-group-text", new Content.Text("上报 滨江东路积水🌊")),
          Map.entry("aibot-group-quote", new Content.Text("这条怎么处理")),
          Map.entry("aibot-single-text-openid", new Content.Text("报平安")),
          Map.entry(
              "aibot-group-mixed",
              new Content.Several(
                  List.of(
                      new Content.Text("现场"),
                      new Content.Media(
                          Content.Media.Kind.IMAGE,
                          "https://media.example.invalid/enc/1?sig=a%2Bb")))),
          Map.entry("aibot-single-voice", new Content.Text("榕荫社区现在一切正常")),
          Map.entry(
              "aibot-single-image",
              new Content.Media(Content.Media.Kind.IMAGE, "https://media.example.invalid/enc/2")),
          Map.entry(
              "aibot-single-file",
              new Content.Media(Content.Media.Kind.FILE, "https://media.example.invalid/enc/3")),
          Map.entry("aibot-stream-refresh", ""),
          Map.entry("aibot-enter-chat", new Content.Entered()),
          Map.entry(
              "aibot-card-event", new Content.Pressed(new Choice("vote_submit", "vote_submit"))),
          Map.entry("aibot-feedback-event", ""),
          Map.entry("aibot-pad-buffer-mod32-0", new Content.Text("长度................")));

  private static Vertx vertx;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void close() {
    vertx.close().await();
  }

  static Stream<Vector> callbacks() {
    return Vectors.ofKinds("aibot_message", "aibot_event");
  }

  static Stream<Vector> replies() {
    return Vectors.ofKinds("reply_encrypt")
        .filter(v -> v.json().path("format").asText().equals("json"));
  }

  static Stream<Vector> media() {
    return Vectors.ofKinds("aibot_media");
  }

  @Test
  void everyVectorForBotsIsRun() {
    var run = Stream.of(callbacks(), replies(), media()).flatMap(s -> s).toList();

    assertThat(run).hasSize(18 + 2);
    assertThat(callbacks().filter(Vector::isAccepted).map(Vector::name))
        .containsExactlyInAnyOrderElementsOf(NAME_TO_CONTENT.keySet());
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void aCallbackIsRead(Vector vector) {
    Received received = bot(vector).read(vector.request(), NOW);

    if (!vector.isAccepted()) {
      String code = ((Received.Refused) received).code();
      assertThat(vector.expect().path("acceptable").valueStream().map(JsonNode::asText))
          .contains(code);
      return;
    }
    Object content = NAME_TO_CONTENT.getOrDefault(vector.name(), vector);
    if (content.equals("")) {
      assertThat(received).isEqualTo(new Received.Answer(RawResponse.EMPTY_OK));
      return;
    }
    var inbound = ((Received.Message) received).inbound();
    var parsed = vector.expect().path("parsed");
    assertThat(inbound.content()).isEqualTo(content);
    assertThat(inbound.messageId()).isEqualTo(parsed.path("msgid").asText());
    assertThat(inbound.account()).isEqualTo(parsed.at("/from/userid").asText());
    assertThat(inbound.channel()).hasToString("wecom-bot");
    assertThat(inbound.chat()).isEqualTo(parsed.has("chatid") ? IN_GROUP : new Chat.Private());
    assertThat(BotBack.of(inbound.back()).url()).isEqualTo(parsed.path("response_url").asText());
    assertThat(BotBack.of(inbound.back()).nonce())
        .isEqualTo(vector.json().at("/query/nonce").asText());
  }

  @ParameterizedTest
  @MethodSource("replies")
  void anAnswerIsSealed(Vector vector) throws IOException {
    var input = vector.json().path("input");
    var vault = vault(vector);

    String encrypted =
        vault.seal(
            input.path("plaintext").asText(),
            input.path("random16").asText().getBytes(StandardCharsets.UTF_8));
    var envelope =
        WecomBot.envelope(
            encrypted, vault, input.path("timestamp").asLong(), input.path("nonce").asText());

    assertThat(tree(envelope.toString())).isEqualTo(tree(vector.expect().path("body").asText()));
  }

  @ParameterizedTest
  @MethodSource("media")
  void whatWasSentIsDecrypted(Vector vector) {
    var source = bot(vector).media().orElseThrow();
    byte[] encrypted = Base64.getDecoder().decode(vector.json().path("encryptedBase64").asText());

    assertThat(source.fetch("https://media.example.invalid/enc/1?sig=a%2Bb").uri())
        .isEqualTo("https://media.example.invalid/enc/1?sig=a%2Bb");
    assertThat(source.kept()).isEqualTo(Duration.ofMinutes(5));
    assertThat(((Fetched.Bytes) source.read(new RawResponse(200, "", encrypted))).bytes())
        .isEqualTo(Base64.getDecoder().decode(vector.expect().path("plainBase64").asText()));
    for (byte[] broken : List.of(new byte[0], new byte[31], new byte[32])) {
      assertThat(source.read(new RawResponse(200, "", broken)))
          .isEqualTo(new Fetched.Failed(new Outcome.Refused("media_refused", "cipher")));
    }
    assertThat(source.read(RawResponse.status(404)))
        .isEqualTo(new Fetched.Failed(new Outcome.Refused("media_gone", "http 404")));
    assertThat(source.read(RawResponse.status(503)))
        .isInstanceOfSatisfying(
            Fetched.Failed.class,
            failed -> assertThat(failed.outcome()).isInstanceOf(Outcome.TryAgain.class));
  }

  @Test
  void theConsoleChecksTheAddress() {
    var vector = Vectors.named("url-verify-aibot");

    var response = ((Received.Answer) bot(vector).read(vector.request(), NOW)).response();

    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo("6650198273645510923");
  }

  @Test
  void wordsAreAnsweredInTheResponseByAWholeStream() throws Exception {
    var heard = new ArrayList<Inbound>();
    try (var server =
        new CallbackServer(
            vertx,
            bot(GROUP),
            inbound -> {
              heard.add(inbound);
              return new Reply(List.of(new Part("请在私聊里填 🌊", List.of()), new Part("二", List.of())));
            })) {
      var response =
          server.post(GROUP.json().path("rawQuery").asText(), GROUP.json().path("body").asText());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("content-type").orElse(""))
          .startsWith("application/json");
      var envelope = tree(response.body());
      assertThat(envelope.path("timestamp").isIntegralNumber()).isTrue();
      assertThat(envelope.path("nonce").asText())
          .isEqualTo(GROUP.json().at("/query/nonce").asText());
      assertThat(opened(envelope))
          .isEqualTo(
              tree(
                  """
                  {"msgtype": "stream", "stream": {"id": "%s", "finish": true,
                   "content": "请在私聊里填 🌊\\n\\n二"}}
                  """
                      .formatted(heard.getFirst().messageId())));
    }
  }

  @Test
  void whatPeopleWroteIsShownAsTheyWroteItAndNotAsMarks() throws IOException {
    var response = bot(GROUP).answer(inbound(GROUP), Reply.of("# 备注 *急*"), NOW).orElseThrow();

    assertThat(
            opened(tree(new String(response.body(), StandardCharsets.UTF_8))).at("/stream/content"))
        .hasToString("\"＃ 备注 ＊急＊\"");
  }

  @Test
  void aGreetingIsAText() throws IOException {
    var vector = Vectors.named("aibot-enter-chat");
    var inbound = inbound(vector);

    var response = bot(vector).answer(inbound, Reply.of("您好"), NOW).orElseThrow();

    assertThat(opened(tree(new String(response.body(), StandardCharsets.UTF_8))))
        .isEqualTo(tree("{\"msgtype\": \"text\", \"text\": {\"content\": \"您好\"}}"));
  }

  @Test
  void whatAResponseCannotCarryGoesOutLater() {
    var bot = bot(GROUP);
    var file =
        new Part(
            "表",
            List.of(),
            Extras.file(new Extras.Attachment(Extras.Attachment.Kind.FILE, "ab", "a")));

    assertThat(bot.answer(inbound(GROUP), Reply.NONE, NOW)).contains(RawResponse.EMPTY_OK);
    assertThat(bot.answer(inbound(GROUP), Reply.of("一".repeat(6_826)), NOW)).isPresent();
    assertThat(bot.answer(inbound(GROUP), Reply.of("一".repeat(6_827)), NOW)).isEmpty();
    assertThat(bot.answer(inbound(GROUP), new Reply(List.of(file)), NOW)).isEmpty();
    assertThat(bot.answer(inbound(Vectors.named("aibot-card-event")), Reply.of("好"), NOW))
        .isEmpty();
  }

  @Test
  void aLateAnswerGoesToTheAddressThatCameWithTheMessage() throws IOException {
    var inbound = inbound(GROUP);
    var message =
        new Outbound(
            new UUID(0, 1),
            new Target.Back(inbound.account(), inbound.back()),
            new Part("登记好了 V102 *", List.of()));

    var call = (HttpCall) bot(GROUP).encode(message);

    assertThat(call.uri()).startsWith(URL);
    assertThat(call.toString()).doesNotContain("response_code");
    assertThat(call.tokenParameter()).isEmpty();
    assertThat(tree(new String(call.body(), StandardCharsets.UTF_8)))
        .isEqualTo(
            tree("{\"msgtype\": \"markdown\", \"markdown\": {\"content\": \"登记好了 V102 ＊\"}}"));
    assertThat(bot(GROUP).outcome(message, json("{\"errcode\":0,\"errmsg\":\"ok\"}")))
        .isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void withoutAnAddressTheAppAnswers() throws IOException {
    var message =
        new Outbound(
            new UUID(0, 1), new Target.Back("he.jianping-07", "n "), new Part("好", List.of()));

    var call = (HttpCall) bot(GROUP).encode(message);

    assertThat(call.uri()).isEqualTo("https://api.example.invalid/cgi-bin/message/send");
    assertThat(tree(new String(call.body(), StandardCharsets.UTF_8)).path("touser").asText())
        .isEqualTo("he.jianping-07");
  }

  @Test
  void peopleAndGroupsAreWrittenToByTheApp() {
    var bot = bot(GROUP);

    assertThat(bot.kind()).isEqualTo("wecom");
    assertThat(((HttpCall) bot.encode(to(new Target.ToPerson("a")))).uri())
        .endsWith("/cgi-bin/message/send");
    assertThat(((HttpCall) bot.encode(to(new Target.ToGroup("webhook:0123456789")))).uri())
        .contains("/cgi-bin/webhook/send");
    assertThat(bot.tokens().orElseThrow().key()).isEqualTo("wecom/ww58b2a2055bb55bcb/1000027");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "@安安 走访; 走访",
        "@安安\u2005走访; 走访",
        "走访 @安安; 走访",
        "@安安; ''",
        "@安安走访; 走访",
        "@别人 走访; 走访",
        "联系 a@b.invalid; 联系 a@b.invalid"
      })
  void theNameOfTheBotIsNotPartOfWhatIsSaid(String text, String words) {
    assertThat(said("group", text)).isEqualTo(new Content.Text(words));
  }

  @Test
  void inPrivateEveryWordCounts() {
    assertThat(said("single", "@安安 走访")).isEqualTo(new Content.Text("@安安 走访"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "7",
        "\"encrypt\"",
        "{\"encrypt\":null}",
        "{\"encrypt\":{\"a\":1}}",
        "{\"encrypt\":\"\"}",
        "{\"encrypt\":[\"a\"]",
        "<xml><Encrypt>a</Encrypt></xml>"
      })
  void whatIsNoEnvelopeIsRefused(String body) {
    assertThat(bot(GROUP).read(request(body), NOW)).isEqualTo(Refusal.ENVELOPE.received());
  }

  /** Depth, length and numbers are limited before anything is kept. */
  @Test
  void hostileJsonIsRefused() {
    var deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    var wide = "{\"msgid\":\"" + "一".repeat(400_000) + "\"}";
    var number = "{\"msgid\":" + "9".repeat(1_000_000) + "}";
    for (String hostile : List.of(deep, wide, number, "[".repeat(100_000))) {
      assertThat(bot(GROUP).read(request(hostile), NOW)).isEqualTo(Refusal.ENVELOPE.received());
      assertThat(bot(GROUP).read(sealed(hostile), NOW)).isInstanceOf(Received.Refused.class);
    }
    assertThat(bot(GROUP).read(sealed("{\"a\":".repeat(33) + "1" + "}".repeat(33)), NOW))
        .isEqualTo(Refusal.INNER.received());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msgtype\":\"text\"}",
        "{\"msgid\":\"m\",\"from\":{\"userid\":\"a\"},\"msgtype\":[]}",
        "{\"msgid\":\"m\",\"from\":\"a\",\"msgtype\":\"text\"}",
        "{\"msgid\":{},\"from\":{\"userid\":\"a\"},\"msgtype\":\"text\"}",
        "{\"msgid\":\"m\",\"from\":{\"userid\":\"a\"},\"msgtype\":\"event\",\"event\":7}"
      })
  void whatNamesNobodyOrNothingIsOnlyAcknowledged(String plain) {
    assertThat(bot(GROUP).read(sealed(plain), NOW))
        .isEqualTo(new Received.Answer(RawResponse.EMPTY_OK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msgtype\":\"image\",\"image\":{\"url\":\"file:///etc/passwd\"}}",
        "{\"msgtype\":\"image\"}",
        "{\"msgtype\":\"voice\",\"voice\":{\"content\":\" \"}}",
        "{\"msgtype\":\"mixed\",\"mixed\":{\"msg_item\":7}}",
        "{\"msgtype\":\"x\u0000\"}",
        "{\"msgtype\":\"hologram\"}"
      })
  void whatCannotBeUsedSaysSo(String plain) {
    var whole =
        plain
                .replace("\u0000", "\\u0000")
                .substring(0, plain.replace("\u0000", "\\u0000").length() - 1)
            + ",\"msgid\":\"m\",\"from\":{\"userid\":\"a\"}}";

    var inbound = ((Received.Message) bot(GROUP).read(sealed(whole), NOW)).inbound();

    assertThat(inbound.content()).isInstanceOf(Content.Unusable.class);
  }

  @Test
  void anAlteredMessageThatIsSealedAgainNeverThrows() {
    var random = new Random(7);
    var names = callbacks().filter(Vector::isAccepted).toList();
    for (int i = 0; i < 3_000; i++) {
      var plain = names.get(random.nextInt(names.size())).expect().path("plaintext").asText();
      byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      var altered = sealed(new String(bytes, StandardCharsets.UTF_8));
      assertThat(bot(GROUP).read(altered, NOW)).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"errcode\":0,\"userid_list\":[{\"open_userid\":\"wo1\",\"userid\":\"LiangXiaoyu\"}]};"
            + " LiangXiaoyu",
        "{\"errcode\":0,\"userid_list\":[{\"open_userid\":\"wo2\",\"userid\":\"LiangXiaoyu\"}]};"
            + " wo1",
        "{\"errcode\":0,\"userid_list\":[],\"invalid_open_userid_list\":[\"wo1\"]}; wo1",
        "{\"errcode\":0}; wo1",
        "{\"errcode\":48002}; settings",
        "{\"errcode\":-1}; busy",
        "x; unreadable"
      })
  void anEncryptedIdIsFoundOut(String answer, String expected) {
    var accounts = bot(GROUP).accounts().orElseThrow();

    assertThat(
            switch (accounts.read("wo1", json(answer))) {
              case Found.Account(String account) -> account;
              case Found.Failed(Outcome outcome) -> ((Outcome.TryAgain) outcome).code();
            })
        .isEqualTo(expected);
  }

  @Test
  void theQuestionWhoItIsIsTheOneThatThePlatformDocuments() throws IOException {
    var accounts = bot(GROUP).accounts().orElseThrow();
    String id = "woxHWMZk_QANoz38hgGqgU_-u90-oPBt";

    assertThat(accounts.isForeign(id)).isTrue();
    assertThat(accounts.isForeign("worker1")).isFalse();
    assertThat(accounts.isForeign("LiangXiaoyu")).isFalse();
    assertThat(accounts.call(id).uri())
        .isEqualTo("https://api.example.invalid/cgi-bin/batch/openuserid_to_userid");
    assertThat(accounts.call(id).tokenParameter()).contains("access_token");
    assertThat(tree(new String(accounts.call(id).body(), StandardCharsets.UTF_8)))
        .isEqualTo(tree("{\"open_userid_list\": [\"" + id + "\"]}"));
  }

  private static Content said(String chattype, String text) {
    var plain =
        WecomBody.create()
            .put("msgid", "m")
            .put("chatid", "wr1")
            .put("chattype", chattype)
            .put("msgtype", "text");
    plain.putObject("from").put("userid", "a");
    plain.putObject("text").put("content", text);
    return ((Received.Message) bot(GROUP).read(sealed(plain.toString()), NOW)).inbound().content();
  }

  private static Inbound inbound(Vector vector) {
    return ((Received.Message) bot(vector).read(vector.request(), NOW)).inbound();
  }

  private static WecomBot bot(Vector vector) {
    var app = Vectors.named("app-text-ascii").channel();
    var settings =
        new WecomBotSettings(
            new ChannelName("wecom-bot"),
            vector.json().path("token").asText(),
            vector.json().path("encodingAesKey").asText(),
            "安安");
    return new WecomBot(settings, app, RandomGenerator.getDefault());
  }

  private static Vault vault(Vector vector) {
    return new Vault(
        vector.json().path("encodingAesKey").asText(), "", vector.json().path("token").asText());
  }

  private static RawRequest sealed(String plain) {
    var vault = vault(GROUP);
    String encrypted = vault.seal(plain, new byte[16]);
    var query = new HashMap<>(Map.of("timestamp", "1", "nonce", "n"));
    query.put("msg_signature", vault.sign("1", "n", encrypted));
    String body = "{\"encrypt\":\"" + encrypted + "\"}";
    return new RawRequest("POST", query, body.getBytes(StandardCharsets.UTF_8));
  }

  private static RawRequest request(String body) {
    return new RawRequest("POST", Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode opened(JsonNode envelope) throws IOException {
    var vault = vault(GROUP);
    String encrypted = envelope.path("encrypt").asText();
    assertThat(
            vault.isSigned(
                envelope.path("msgsignature").asText(),
                envelope.path("timestamp").asText(),
                envelope.path("nonce").asText(),
                encrypted))
        .isTrue();
    return tree(((Vault.Opened.Message) vault.open(encrypted)).text());
  }

  private static Outbound to(Target target) {
    return new Outbound(new UUID(0, 1), target, new Part("好", List.of()));
  }

  private static RawResponse json(String body) {
    return new RawResponse(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}

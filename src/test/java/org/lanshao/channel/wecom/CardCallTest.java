package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import me.chanjar.weixin.cp.util.xml.XStreamTransformer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Delivery.HttpCall;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawRequest;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.message.Card;
import org.lanshao.message.Content;
import org.lanshao.message.Extras;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Pieces;
import org.lanshao.message.Reply;
import org.lanshao.message.Reply.Choice;
import org.lanshao.message.Reply.Part;

/** Cards out, presses in, and the card afterwards. */
class CardCallTest {
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final WecomSettings SETTINGS =
      Vectors.named("app-text-ascii").settings().with(Abilities.ALL);
  private static final UUID ID = UUID.fromString("0193a5b0-0000-7000-8000-000000000001");
  private static final Part QUESTION =
      new Part(
          "走访方式？\n1 入户\n2 电话\n不填可以回复 跳过",
          List.of(new Choice("入户", "入户", "q7"), new Choice("电话", "电话", "q7")));

  private final WecomChannel channel = new WecomChannel(SETTINGS, RandomGenerator.getDefault());

  @Test
  void aQuestionIsACardWithAButtonForEachChoice() throws Exception {
    var call = (HttpCall) channel.encode(to(QUESTION));

    assertThat(call.uri()).isEqualTo("https://api.example.invalid/cgi-bin/message/send");
    assertThat(call.tokenParameter()).contains("access_token");
    assertThat(json(call))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"touser": "ChenXiaoyu", "msgtype": "template_card", "agentid": 1000027,
                     "template_card": {"card_type": "button_interaction",
                       "main_title": {"title": "走访方式？"},
                       "sub_title_text": "不填可以回复 跳过",
                       "task_id": "0193a5b0-0000-7000-8000-000000000001",
                       "button_list": [
                         {"text": "入户", "style": 1, "key": "lanshao/2/2/q7入户入户"},
                         {"text": "电话", "style": 2, "key": "lanshao/2/2/q7电话电话"}]},
                     "safe": 0, "enable_duplicate_check": 1, "duplicate_check_interval": 60}
                    """));
  }

  /** WxJava writes the same card; it adds nothing but what it always sends. */
  @Test
  void wxJavaWritesTheSameCard() throws Exception {
    var card = json((HttpCall) channel.encode(to(QUESTION))).path("template_card");
    var theirs =
        new ObjectMapper()
            .readTree(
                WxCpMessage.TEMPLATECARD()
                    .toUser("ChenXiaoyu")
                    .cardType("button_interaction")
                    .mainTitleTitle("走访方式？")
                    .subTitleText("不填可以回复 跳过")
                    .taskId(ID.toString())
                    .buttons(
                        List.of(
                            TemplateCardButton.builder()
                                .text("入户")
                                .style(1)
                                .key("lanshao/2/2/q7入户入户")
                                .build(),
                            TemplateCardButton.builder()
                                .text("电话")
                                .style(2)
                                .key("lanshao/2/2/q7电话电话")
                                .build()))
                    .build()
                    .toJson())
            .path("template_card");

    for (var field : card.properties()) {
      if (!field.getKey().equals("button_list")) {
        assertThat(field.getValue()).isEqualTo(theirs.path(field.getKey()));
      }
    }
    for (int i = 0; i < 2; i++) {
      for (String name : List.of("text", "style", "key")) {
        assertThat(card.at("/button_list/" + i + "/" + name))
            .isEqualTo(theirs.at("/button_list/" + i + "/" + name));
      }
    }
  }

  @Test
  void aQuestionWithChoicesDoesNotGoInTheResponse() {
    var reply = new Reply(List.of(QUESTION));

    assertThat(channel.answer(pressed("x"), reply, NOW)).isEmpty();
    assertThat(channel.acknowledge(pressed("x"), reply, NOW)).isEqualTo(RawResponse.EMPTY_OK);
  }

  @Test
  void aPressComesBackAsItsChoiceAndTheCardShowsIt() throws Exception {
    var key = json((HttpCall) channel.encode(to(QUESTION))).at("/template_card/button_list/1/key");
    var inbound = pressed(key.asText());
    assertThat(inbound.content()).isEqualTo(new Content.Pressed(new Choice("电话", "电话", "q7")));

    var reply = Reply.of("几个人？").pressed("已选：电话");
    assertThat(channel.answer(inbound, reply, NOW)).isEmpty();
    var response = channel.acknowledge(inbound, reply, NOW);

    assertThat(openedByWxJava(response))
        .contains("<ToUserName><![CDATA[ChenXiaoyu]]></ToUserName>")
        .contains(
            "<MsgType><![CDATA[update_button]]></MsgType>"
                + "<Button><ReplaceName><![CDATA[已选：电话]]></ReplaceName></Button>");
  }

  @Test
  void aPressThatIsAnsweredWithNothingMoreChangesTheCardAtOnce() throws Exception {
    var response = channel.answer(pressed("k"), Reply.NONE.pressed("已选：\n" + "很".repeat(40)), NOW);

    assertThat(openedByWxJava(response.orElseThrow()))
        .contains("<ReplaceName><![CDATA[已选： " + "很".repeat(15) + "…]]></ReplaceName>");
  }

  @Test
  void theButtonsOfAnEarlierCardGiveWayToAText() throws Exception {
    var update = new Part("已由陈小雨接单", List.of(), Extras.replacing("RC-1"));

    var call = (HttpCall) channel.encode(to(update));

    assertThat(call.uri())
        .isEqualTo("https://api.example.invalid/cgi-bin/message/update_template_card");
    assertThat(call.tokenParameter()).contains("access_token");
    assertThat(json(call))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"userids": ["ChenXiaoyu"], "agentid": 1000027, "response_code": "RC-1",
                     "button": {"replace_name": "已由陈小雨接单"}}
                    """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":[]}",
        "{\"errcode\":0}",
        "{\"errcode\":60140,\"errmsg\":\"used\"}"
      })
  void aCardThatCannotBePressedAnyMoreIsDone(String body) {
    var update = to(new Part("完", List.of(), Extras.replacing("RC-1")));

    assertThat(channel.outcome(update, answer(body))).isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void aCardIsFoundAgainByItsCode() {
    var outcome =
        channel.outcome(
            to(QUESTION), answer("{\"errcode\":0,\"msgid\":\"m\",\"response_code\":\"RC-1\"}"));

    assertThat(((Outcome.Accepted) outcome).handle()).isEqualTo(Card.handle("RC-1"));
  }

  @Test
  void aCardOfSomebodyWhoLeftCannotBeChanged() {
    var update = to(new Part("完", List.of(), Extras.replacing("RC-1")));

    assertThat(channel.outcome(update, answer("{\"errcode\":0,\"invaliduser\":[\"chenxiaoyu\"]}")))
        .isEqualTo(new Outcome.Refused("unknown_recipient", "0"));
    assertThat(channel.outcome(to(QUESTION), answer("{\"errcode\":60140}")))
        .isEqualTo(new Outcome.Refused("card_refused", "60140"));
  }

  @Test
  void withoutCardsAQuestionIsItsText() throws Exception {
    var plain = new WecomChannel(SETTINGS.with(Abilities.NONE), RandomGenerator.getDefault());

    assertThat(json((HttpCall) plain.encode(to(QUESTION))))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"touser": "ChenXiaoyu", "msgtype": "text", "agentid": 1000027,
                     "text": {"content": "走访方式？\\n1 入户\\n2 电话\\n不填可以回复 跳过"}, "safe": 0}
                    """));
    assertThat(plain.answer(pressed("x"), new Reply(List.of(QUESTION)), NOW)).isPresent();
    assertThat(plain.encode(to(new Part("完", List.of(), Extras.replacing("RC-1")))))
        .isEqualTo(new Delivery.Impossible("no_cards"));
  }

  @Test
  void markedTextIsMarkdownWhereThereIsMarkdown() throws Exception {
    var part = new Part("台风蓝色预警", List.of(), Extras.markdown("**台风**蓝色预警"));

    assertThat(json((HttpCall) channel.encode(to(part))).path("markdown"))
        .isEqualTo(new ObjectMapper().readTree("{\"content\": \"**台风**蓝色预警\"}"));
    var long_ = new Part("台风", List.of(), Extras.markdown("*".repeat(2_049)));
    assertThat(json((HttpCall) channel.encode(to(long_))).at("/text/content").asText())
        .isEqualTo("台风");
  }

  /** Everything enforced or recommended of document 90236, counted on what leaves. */
  @Property
  void everyCardKeepsWithinTheLimitsAndItsKeysComeBack(@ForAll("parts") Part part)
      throws Exception {
    for (Part piece : Pieces.of(part, channel.capabilities())) {
      var body = json((HttpCall) channel.encode(to(piece)));
      if (!body.path("msgtype").asText().equals("template_card")) {
        assertThat(bytes(body.at("/text/content").asText())).isLessThanOrEqualTo(2_048);
        continue;
      }
      var card = body.path("template_card");
      assertThat(length(card.at("/main_title/title"))).isBetween(1, 26);
      assertThat(length(card.path("sub_title_text"))).isLessThanOrEqualTo(112);
      assertThat(card.path("task_id").asText()).matches("[0-9A-Za-z_@-]{1,128}");
      assertThat(card.path("button_list").size()).isBetween(1, 6);
      for (JsonNode button : card.path("button_list")) {
        assertThat(length(button.path("text"))).isBetween(1, 10);
        assertThat(bytes(button.path("key").asText())).isLessThanOrEqualTo(ButtonKey.MAX_BYTES);
        var choice = ButtonKey.read(button.path("key").asText());
        assertThat(choice.label()).isEqualTo(button.path("text").asText());
        assertThat(piece.choices().stream().map(c -> SafeText.of(c.say()))).contains(choice.say());
        assertThat(choice.question()).isEqualTo("1x2y3z");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lanshao/",
        "lanshao/1/1/",
        "lanshao/9999/9999/a",
        "lanshao/99999/1/a",
        "lanshao/-1/1/a",
        "accept",
        "lanshao/1/x/ab"
      })
  void aKeyOfAnotherMakeSaysItself(String key) {
    assertThat(ButtonKey.read(key)).isEqualTo(new Choice(key, key));
  }

  @Provide
  Arbitrary<Part> parts() {
    var line = Arbitraries.strings().withChars("雨大山村路 1🌊\u0007<&\"").ofMaxLength(60);
    var text = line.list().ofMaxSize(40).map(lines -> String.join("\n", lines));
    var label = Arbitraries.strings().withChars("石巷村委会12🌊 \u0000").ofMaxLength(14);
    var say = Arbitraries.strings().withChars("石巷/1🌊").ofMaxLength(500);
    var choice = Combinators.combine(label, say).as((l, s) -> new Choice(l, s, "1x2y3z"));
    return Combinators.combine(text, choice.list().ofMaxSize(8)).as(Part::new);
  }

  private static Outbound to(Part part) {
    return new Outbound(ID, new Target.ToPerson("ChenXiaoyu"), part);
  }

  private Inbound pressed(String key) {
    String xml =
        "<xml><ToUserName><![CDATA["
            + SETTINGS.corpId()
            + "]]></ToUserName><FromUserName><![CDATA[ChenXiaoyu]]></FromUserName>"
            + "<CreateTime>1795003318</CreateTime><MsgType><![CDATA[event]]></MsgType>"
            + "<Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA["
            + key
            + "]]></EventKey><TaskId><![CDATA[t]]></TaskId>"
            + "<CardType><![CDATA[button_interaction]]></CardType>"
            + "<ResponseCode><![CDATA[RC]]></ResponseCode><AgentID>1000027</AgentID></xml>";
    assertThat(XStreamTransformer.fromXml(WxCpXmlMessage.class, xml).getEventKey()).isEqualTo(key);
    var vault = new Vault(SETTINGS.encodingAesKey(), SETTINGS.corpId(), SETTINGS.token());
    String encrypted = vault.seal(xml, new byte[16]);
    var query = new HashMap<>(Map.of("timestamp", "1795003318", "nonce", "n"));
    query.put("msg_signature", vault.sign("1795003318", "n", encrypted));
    String body = "<xml><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
    var request = new RawRequest("POST", query, body.getBytes(StandardCharsets.UTF_8));
    return ((Received.Message) channel.read(request, NOW)).inbound();
  }

  private static String openedByWxJava(RawResponse response) {
    var config = new WxCpDefaultConfigImpl();
    config.setCorpId(SETTINGS.corpId());
    config.setToken(SETTINGS.token());
    config.setAesKey(SETTINGS.encodingAesKey());
    var xml = new String(response.body(), StandardCharsets.UTF_8);
    var fields = XmlFields.read(xml).orElseThrow();
    return new WxCpCryptUtil(config)
        .decryptXml(
            fields.getOrDefault("MsgSignature", ""),
            fields.getOrDefault("TimeStamp", ""),
            fields.getOrDefault("Nonce", ""),
            xml);
  }

  private static JsonNode json(HttpCall call) throws IOException {
    assertThat(new String(call.body(), StandardCharsets.UTF_8)).doesNotContain("\\u");
    return new ObjectMapper().readTree(call.body());
  }

  private static RawResponse answer(String body) {
    return new RawResponse(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static int length(JsonNode text) {
    return text.asText().codePointCount(0, text.asText().length());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

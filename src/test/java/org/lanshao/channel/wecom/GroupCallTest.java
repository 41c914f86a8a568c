package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import me.chanjar.weixin.cp.bean.message.WxCpAppChatMessage;
import me.chanjar.weixin.cp.bean.message.WxCpGroupRobotMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Delivery.HttpCall;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.message.Extras;
import org.lanshao.message.Extras.Mention;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply.Part;

/** Messages to groups: by webhook, and to those that the app made. */
class GroupCallTest {
  private static final String WEBHOOK = "webhook:693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
  private static final List<Mention> MENTIONS =
      List.of(new Mention.Person("LiangXiaoyu"), new Mention.All());
  private static final WecomSettings SETTINGS = Vectors.named("app-text-ascii").settings();

  private final WecomChannel channel = channel(Abilities.ALL);

  @Test
  void aTextToAWebhookAlertsPeopleOrAll() throws Exception {
    var call = call(WEBHOOK, new Part("请 17:00 前报平安", List.of(), Extras.mentions(MENTIONS)));

    assertThat(call.uri())
        .isEqualTo(
            "https://api.example.invalid/cgi-bin/webhook/send?key="
                + "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa");
    assertThat(call.tokenParameter()).isEmpty();
    assertThat(call.toString()).doesNotContain("693a91f6");
    assertThat(json(call))
        .isEqualTo(
            tree(
                """
                {"msgtype": "text", "text": {"content": "请 17:00 前报平安",
                 "mentioned_list": ["LiangXiaoyu", "@all"]}}
                """))
        .isEqualTo(
            tree(
                new WxCpGroupRobotMessage()
                    .setMsgType("text")
                    .setContent("请 17:00 前报平安")
                    .setMentionedList(List.of("LiangXiaoyu", "@all"))
                    .toJson()
                    .replace(",\"mentioned_mobile_list\":[]", "")));
  }

  @Test
  void markedTextToAWebhookNamesPeopleInItself() throws Exception {
    var extras =
        new Extras(
            Optional.of("**防汛**四级"),
            Optional.empty(),
            List.of(new Mention.Person("LiangXiaoyu")),
            Optional.empty(),
            Optional.empty());

    assertThat(json(call(WEBHOOK, new Part("防汛四级", List.of(), extras))))
        .isEqualTo(
            tree(
                """
                {"msgtype": "markdown",
                 "markdown": {"content": "**防汛**四级\\n<@LiangXiaoyu>"}}
                """))
        .isEqualTo(
            tree(
                new WxCpGroupRobotMessage()
                    .setMsgType("markdown")
                    .setContent("**防汛**四级\n<@LiangXiaoyu>")
                    .toJson()));
  }

  @Test
  void allCannotBeNamedInMarkedTextSoItIsPlain() throws Exception {
    var extras =
        new Extras(
            Optional.of("**防汛**"), Optional.empty(), MENTIONS, Optional.empty(), Optional.empty());

    assertThat(json(call(WEBHOOK, new Part("防汛", List.of(), extras))).path("msgtype").asText())
        .isEqualTo("text");
  }

  @Test
  void anAddressIsACardToOpenAndWithoutCardsALine() throws Exception {
    var part =
        new Part("暴雨橙色预警\n请排查低洼点位", List.of(), Extras.link("https://plan.example.invalid/3"));

    assertThat(json(call(WEBHOOK, part)))
        .isEqualTo(
            tree(
                """
                {"msgtype": "template_card", "template_card": {"card_type": "text_notice",
                 "main_title": {"title": "暴雨橙色预警"}, "sub_title_text": "请排查低洼点位",
                 "card_action": {"type": 1, "url": "https://plan.example.invalid/3"}}}
                """));
    var plain =
        (HttpCall)
            channel(new Abilities(false, false, false, true, false)).encode(to(WEBHOOK, part));
    assertThat(json(plain).at("/text/content").asText())
        .isEqualTo("暴雨橙色预警\n请排查低洼点位\nhttps://plan.example.invalid/3");
  }

  @Test
  void aMessageToAGroupOfTheAppHasNoAgent() throws Exception {
    var call = call("appchat:taiping1", new Part("防汛四级", List.of()));

    assertThat(call.uri()).isEqualTo("https://api.example.invalid/cgi-bin/appchat/send");
    assertThat(call.tokenParameter()).contains("access_token");
    assertThat(json(call))
        .isEqualTo(
            tree(
                """
                {"chatid": "taiping1", "msgtype": "text", "text": {"content": "防汛四级"}, "safe": 0}
                """));
    var theirs = tree(WxCpAppChatMessage.buildTextMsg("taiping1", "防汛四级", false).toJson());
    for (String field : List.of("chatid", "msgtype", "text")) {
      assertThat(json(call).path(field)).isEqualTo(theirs.path(field));
    }
  }

  @Test
  void theNumberOfAMessageStandsBelowItsText() throws Exception {
    var message =
        new Outbound(
            new UUID(0, 1), new Target.ToGroup(WEBHOOK), new Part("防汛四级", List.of()), 57, 1);

    assertThat(json((HttpCall) channel.encode(message)).at("/text/content").asText())
        .isEqualTo("防汛四级\n〔57〕");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook: 693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa",
        "webhook:https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa",
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"
      })
  void theAddressOfAWebhookMayBeCopiedWhole(String send) {
    assertThat(Room.of(send)).contains(new Room.Webhook("693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"));
    assertThat(Room.of(send).toString()).doesNotContain("693a91f6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "g01",
        "webhook:",
        "webhook:a b",
        "appchat:",
        "appchat:群",
        "webhook:a&key=b",
        "http://x"
      })
  void anythingElseIsNoGroup(String send) {
    assertThat(channel.encode(to(send, new Part("好", List.of()))))
        .isEqualTo(new Delivery.Impossible("no_group"));
  }

  @Test
  void withoutTheAbilityNothingIsCalled() {
    var none = channel(Abilities.NONE);

    assertThat(none.encode(to(WEBHOOK, new Part("好", List.of()))))
        .isEqualTo(new Delivery.Impossible("no_webhook"));
    assertThat(none.encode(to("appchat:a", new Part("好", List.of()))))
        .isEqualTo(new Delivery.Impossible("no_appchat"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, ok",
    "45009, rate_limit",
    "93000, unknown_group",
    "93004, unknown_group",
    "86008, group_refused"
  })
  void aGroupsAnswerMeans(int errcode, String code) {
    var body = ("{\"errcode\":" + errcode + "}").getBytes(StandardCharsets.UTF_8);
    var outcome =
        channel.outcome(
            to(WEBHOOK, new Part("好", List.of())), new RawResponse(200, "application/json", body));

    assertThat(
            switch (outcome) {
              case Outcome.Accepted accepted -> "ok";
              case Outcome.TryAgain again -> again.code();
              case Outcome.Refused refused -> refused.code();
              case Outcome.TokenRefused refused -> "token";
            })
        .isEqualTo(code);
  }

  private HttpCall call(String send, Part part) {
    return (HttpCall) channel.encode(to(send, part));
  }

  private static Outbound to(String send, Part part) {
    return new Outbound(new UUID(0, 1), new Target.ToGroup(send), part);
  }

  private static WecomChannel channel(Abilities abilities) {
    return new WecomChannel(SETTINGS.with(abilities), RandomGenerator.getDefault());
  }

  private static JsonNode json(HttpCall call) throws IOException {
    return new ObjectMapper().readTree(call.body());
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}

package org.lanshao.program;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Patience;

/** The whole program with cards and a smart bot, WeCom played by a server on this machine. */
@SuppressWarnings("NullAway.Init") // JUnit calls begin first.
class CardIT {
  /** For a busy machine; nothing has to wait for a limit. */
  private static final String BOT_TOKEN = "QmZ7botToken";

  private static final String BOT_KEY = "aB5hpA6eEfujfoRnxa6wHW35PBbnm3NliqNT1Nx4xyC";
  private static final String ID = "woxHWMZk_QANoz38hgGqgU_-u90-oPBt";
  private static final Pattern SEALED =
      Pattern.compile("<Encrypt>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</Encrypt>", Pattern.DOTALL);

  private final Path dir;
  private final WireMockServer platform = new WireMockServer(options().dynamicPort());
  private Installation installation;
  private Program program;

  CardIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void begin() throws Exception {
    platform.start();
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(okJson("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}")));
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/message/send"))
            .willReturn(okJson("{\"errcode\":0,\"msgid\":\"m\",\"response_code\":\"RC\"}")));
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/batch/openuserid_to_userid"))
            .willReturn(
                okJson(
                    "{\"errcode\":0,\"userid_list\":[{\"open_userid\":\"%s\",\"userid\":\"Worker.2\"}]}"
                        .formatted(ID))));
    installation = Installation.onSqlite(dir).withWecomApi(platform.baseUrl());
    Files.writeString(
        installation.settingsFile(),
        "    can: {cards: true}\n    bot: {token: %s, encoding-aes-key: %s, called: 蓝哨}\n"
            .formatted(BOT_TOKEN, BOT_KEY),
        StandardOpenOption.APPEND);
    program = Program.start(installation);
  }

  @AfterEach
  void end() throws Exception {
    program.close();
    platform.stop();
  }

  @Test
  void aQuestionIsACardAndItsButtonAnswersItOnce() throws Exception {
    var wecom = new Wecom(installation);
    wecom.say(1, 101, "走访");
    wecom.say(1, 102, "富林镇");
    assertThat(wecom.say(1, 103, "陈伯").text()).isEmpty();

    var card = card("入户");
    var key = card.at("/template_card/button_list/0/key").asText();
    assertThat(card.path("touser").asText()).isEqualTo("Worker.1");
    var pressed = wecom.send(wecom.request(press(key, "RC-1")));
    assertThat(pressed.status()).isEqualTo(200);
    assertThat(pressed.text()).as("changes the card, says no words").isEmpty();

    Patience.until("asked on", () -> sent("几个人") || sent("多少人") || sent("人数"));
    var again = wecom.send(wecom.request(press(key, "RC-2")));
    assertThat(again.status()).isEqualTo(200);
    Patience.until("old", () -> sent("什么都没有改"));
    program.assertNoSurprise();
  }

  @Test
  void aBotAnswersInItsGroupWhoeverAsksByAnEncryptedId() throws Exception {
    var answer =
        bot(
            """
            {"msgid": "b1", "aibotid": "aib", "chatid": "wr1", "chattype": "group",
             "from": {"userid": "%s"}, "response_url": "%s/cgi-bin/aibot/response?response_code=1",
             "msgtype": "text", "text": {"content": "@蓝哨 我的"}}
            """
                .formatted(ID, platform.baseUrl()));

    assertThat(answer.path("msgtype").asText()).isEqualTo("stream");
    assertThat(answer.at("/stream/finish").asBoolean()).isTrue();
    assertThat(answer.at("/stream/content").asText()).isNotBlank().doesNotContain(ID);
    platform.verify(1, postRequestedFor(urlPathEqualTo("/cgi-bin/batch/openuserid_to_userid")));
    program.assertNoSurprise();
  }

  private JsonNode card(String label) throws Exception {
    var wanted =
        postRequestedFor(urlPathEqualTo("/cgi-bin/message/send"))
            .withRequestBody(
                matchingJsonPath("$.template_card.button_list[0].text", equalTo(label)));
    Patience.until("card", () -> !platform.findAll(wanted).isEmpty());
    return new ObjectMapper().readTree(platform.findAll(wanted).getFirst().getBody());
  }

  private boolean sent(String words) {
    return platform
            .findAll(
                postRequestedFor(urlPathEqualTo("/cgi-bin/message/send"))
                    .withRequestBody(WireMock.containing(words)))
            .size()
        > 0;
  }

  private static String press(String key, String code) {
    return """
    <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[Worker.1]]></FromUserName>\
    <CreateTime>%d</CreateTime><MsgType><![CDATA[event]]></MsgType>\
    <Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[%s]]></EventKey>\
    <TaskId><![CDATA[t]]></TaskId><CardType><![CDATA[button_interaction]]></CardType>\
    <ResponseCode><![CDATA[%s]]></ResponseCode><AgentID>1000027</AgentID></xml>\
    """
        .formatted(Installation.CORP, System.currentTimeMillis() / 1000, key, code);
  }

  private JsonNode bot(String plain) throws IOException {
    var settings = new WxCpDefaultConfigImpl();
    settings.setCorpId("");
    settings.setToken(BOT_TOKEN);
    settings.setAesKey(BOT_KEY);
    var crypt = new WxCpCryptUtil(settings);
    var sealed = SEALED.matcher(crypt.encrypt(plain));
    assertThat(sealed.find()).isTrue();
    var signature = SHA1.gen(BOT_TOKEN, "1795000000", "n1", sealed.group(1));
    var path =
        "/webhook/wecom-bot?msg_signature=%s&timestamp=1795000000&nonce=n1".formatted(signature);
    var response =
        new Http(installation.port())
            .post(
                path,
                "application/json",
                "{\"encrypt\":\"%s\"}".formatted(sealed.group(1)).getBytes(UTF_8));
    assertThat(response.statusCode()).isEqualTo(200);
    var envelope = new ObjectMapper().readTree(response.body());
    return new ObjectMapper().readTree(crypt.decrypt(envelope.path("encrypt").asText()));
  }
}

package org.lanshao.program;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lanshao.Patience;

/** WeCom with cards, played by a server on this machine: what it was sent, and presses. */
final class CardPlatform implements AutoCloseable {
  private static final String SEND = "/cgi-bin/message/send";
  private static final String GROUP = "/cgi-bin/webhook/send";
  private static final String UPDATE = "/cgi-bin/message/update_template_card";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Held held = new Held();
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().globalTemplating(true).extensions(held));

  /** It runs, and takes all that it is sent. */
  CardPlatform() {
    server.start();
    server.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(okJson("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}")));
    server.stubFor(
        post(urlPathEqualTo(SEND)).willReturn(okJson("{\"errcode\":0,\"msgid\":\"m\"}")));
    server.stubFor(
        post(urlPathEqualTo(SEND))
            .withRequestBody(matchingJsonPath("$.template_card"))
            .willReturn(
                ok("{\"errcode\":0,\"msgid\":\"m\",\"response_code\":"
                        + "\"RC-{{jsonPath request.body '$.touser'}}\"}")
                    .withHeader("Content-Type", "application/json")));
    for (String path : List.of(UPDATE, GROUP)) {
      server.stubFor(
          post(urlPathEqualTo(path)).willReturn(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}")));
    }
  }

  String uri() {
    return server.baseUrl();
  }

  /** The answer to the next card of somebody, which is held back. */
  Held.Answer hold(String person) {
    return held.answersTo(person);
  }

  /** The button of this place on the card that somebody was sent; waits for it. */
  Button button(String person, int place) {
    var wanted =
        postRequestedFor(urlPathEqualTo(SEND))
            .withRequestBody(matchingJsonPath("$[?(@.touser == '%s')]".formatted(person)))
            .withRequestBody(matchingJsonPath("$.template_card.button_list"));
    Patience.until("card of " + person, () -> !server.findAll(wanted).isEmpty());
    var card = json(server.findAll(wanted).getFirst().getBodyAsString());
    var key = card.at("/template_card/button_list/" + place + "/key").asText();
    return new Button(person, key);
  }

  /** A button on the card of somebody. */
  record Button(String person, String key) {}

  /** Twenty presses of these buttons in turn, all at once. */
  static void press(Wecom wecom, List<Button> buttons) throws Exception {
    try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 20)
              .<Callable<Integer>>mapToObj(
                  i -> {
                    var request = pressed(wecom, buttons.get(i % buttons.size()), "CLICK-" + i);
                    return () -> wecom.send(request).status();
                  })
              .toList();
      for (var answer : presses.invokeAll(all)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  /**
   * A press as WeCom delivers it.
   *
   * @param code of this press, by which it is known
   */
  static Wecom.Request pressed(Wecom wecom, Button button, String code) {
    return wecom.request(
        """
        <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>\
        <CreateTime>%d</CreateTime><MsgType><![CDATA[event]]></MsgType>\
        <Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[%s]]></EventKey>\
        <TaskId><![CDATA[t]]></TaskId><CardType><![CDATA[button_interaction]]></CardType>\
        <ResponseCode><![CDATA[%s]]></ResponseCode><AgentID>1000027</AgentID></xml>\
        """
            .formatted(
                Installation.CORP,
                button.person(),
                System.currentTimeMillis() / 1000,
                button.key(),
                code));
  }

  /** Who was told something that holds these words. */
  Set<String> told(String words) {
    return bodies(SEND).stream()
        .filter(body -> body.at("/text/content").asText().contains(words))
        .map(body -> body.path("touser").asText())
        .collect(Collectors.toSet());
  }

  /** What somebody was sent in the order of its coming: texts, and the titles of cards. */
  List<String> sent(String person) {
    return bodies(SEND).stream()
        .filter(body -> body.path("touser").asText().equals(person))
        .map(CardPlatform::words)
        .toList();
  }

  private static String words(JsonNode body) {
    return body.has("template_card")
        ? "card " + body.at("/template_card/main_title/title").asText()
        : body.at("/text/content").asText();
  }

  /** What groups were sent. */
  List<String> toGroups() {
    return bodies(GROUP).stream().map(JsonNode::toString).toList();
  }

  /** How often each group was sent something that holds these words, by the key of its webhook. */
  Map<String, Long> groupToCount(String words) {
    return server.findAll(postRequestedFor(urlPathEqualTo(GROUP))).stream()
        .filter(request -> request.getBodyAsString().contains(words))
        .map(request -> request.queryParameter("key").firstValue())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Whose cards were changed. */
  Set<String> updated() {
    return bodies(UPDATE).stream()
        .map(body -> body.at("/userids/0").asText())
        .collect(Collectors.toSet());
  }

  /** What the card of somebody was made to show by the code that it was sent with. */
  List<String> shown(String person) {
    return shown(person, "RC-" + person);
  }

  /** What the card of somebody was made to show by a code. */
  List<String> shown(String person, String code) {
    return bodies(UPDATE).stream()
        .filter(body -> body.at("/userids/0").asText().equals(person))
        .filter(body -> body.path("response_code").asText().equals(code))
        .map(body -> body.at("/button/replace_name").asText())
        .toList();
  }

  private List<JsonNode> bodies(String path) {
    return server.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
        .map(request -> json(request.getBodyAsString()))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}

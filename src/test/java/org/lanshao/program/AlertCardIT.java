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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cards of an alert in WeCom, played by a server on this machine, pressed by many at once. */
@SuppressWarnings("NullAway.Init") // JUnit calls begin first.
class AlertCardIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String SEND = "/cgi-bin/message/send";
  private static final String UPDATE = "/cgi-bin/message/update_template_card";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ON_DUTY = List.of("Head.1", "Head.2", "County.1", "County.2");
  private static final String PLANS =
      """
      plans:
        - name: all
          waves: [{after: 0s, people: [head, county]}]
          repeat: 1h
      """;

  private final Path dir;
  private final WireMockServer platform =
      new WireMockServer(options().dynamicPort().globalTemplating(true));
  private Installation installation;
  private Program program;

  AlertCardIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void begin() throws Exception {
    platform.start();
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(okJson("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}")));
    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .willReturn(
                ok("{\"errcode\":0,\"msgid\":\"m\",\"response_code\":"
                        + "\"RC-{{jsonPath request.body '$.touser'}}\"}")
                    .withHeader("Content-Type", "application/json")));
    platform.stubFor(
        post(urlPathEqualTo(UPDATE)).willReturn(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}")));
    installation = Installation.onSqlite(dir).withWecomApi(platform.baseUrl());
    var plans = Files.writeString(dir.resolve("alerts.yaml"), PLANS);
    append(installation.settingsFile(), "    can: {cards: true}\nalerts: \"" + plans + "\"\n");
    var settings = Files.readString(installation.settingsFile());
    Files.writeString(
        installation.settingsFile(),
        settings.replace("  sandbox: {kind: sandbox, allow: true}\n", ""));
    append(
        dir.resolve("directory/people.csv"),
        """
        h2,甄副站,head,445303104,Head.2,,,13900009993,zh
        c2,甄县长,county,445303,County.2,,,13900009994,zh
        """);
    program = Program.start(installation);
  }

  private static void append(Path file, String text) throws Exception {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  @AfterEach
  void end() throws Exception {
    program.close();
    platform.stop();
  }

  @Test
  void ofTwentyPressesByFourPeopleOneTakesOverAndEveryCardShowsWho() throws Exception {
    var wecom = new Wecom(installation);
    assertThat(wecom.say(1, 1, "紧急 着火").text()).contains("E1 已经上报");
    var buttons = new ArrayList<Button>();
    for (String person : ON_DUTY) {
      buttons.add(new Button(person, card(person).at("/template_card/button_list/0/key").asText()));
    }

    press(wecom, buttons);

    var taker = taker();
    new Patience(LIMIT).until("all cards", () -> updated().size() == ON_DUTY.size());
    for (String person : ON_DUTY) {
      assertThat(shown(person))
          .as(person)
          .containsExactly(person.equals(taker) ? "已由您接手" : "已由" + name(taker) + "接手");
    }
    program.assertNoSurprise();
  }

  /** 我来处理 on the card of somebody. */
  private record Button(String person, String key) {}

  /** Twenty presses, five of each person, all at once. */
  private static void press(Wecom wecom, List<Button> buttons) throws Exception {
    try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 20)
              .<Callable<Integer>>mapToObj(
                  i -> {
                    var button = buttons.get(i % buttons.size());
                    var request =
                        wecom.request(pressed(button.person(), button.key(), "CLICK-" + i));
                    return () -> wecom.send(request).status();
                  })
              .toList();
      for (var answer : presses.invokeAll(all)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  private String taker() throws Exception {
    new Patience(LIMIT).until("taken", () -> !told("由您接手了").isEmpty());
    var takers = told("由您接手了");
    assertThat(takers).hasSize(1);
    return takers.iterator().next();
  }

  /** Who was told something that holds these words. */
  private Set<String> told(String words) {
    return platform.findAll(postRequestedFor(urlPathEqualTo(SEND))).stream()
        .map(request -> json(request.getBodyAsString()))
        .filter(body -> body.at("/text/content").asText().contains(words))
        .map(body -> body.path("touser").asText())
        .collect(Collectors.toSet());
  }

  private Set<String> updated() {
    return platform.findAll(postRequestedFor(urlPathEqualTo(UPDATE))).stream()
        .map(request -> json(request.getBodyAsString()).at("/userids/0").asText())
        .collect(Collectors.toSet());
  }

  /** What the card of somebody was made to show, by its own code. */
  private List<String> shown(String person) {
    return platform.findAll(postRequestedFor(urlPathEqualTo(UPDATE))).stream()
        .map(request -> json(request.getBodyAsString()))
        .filter(body -> body.path("response_code").asText().equals("RC-" + person))
        .map(body -> body.at("/button/replace_name").asText())
        .toList();
  }

  private JsonNode card(String person) {
    var wanted =
        postRequestedFor(urlPathEqualTo(SEND))
            .withRequestBody(matchingJsonPath("$[?(@.touser == '%s')]".formatted(person)))
            .withRequestBody(matchingJsonPath("$.template_card.button_list"));
    new Patience(LIMIT).until("card of " + person, () -> !platform.findAll(wanted).isEmpty());
    return json(platform.findAll(wanted).getFirst().getBodyAsString());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(String account) {
    return switch (account) {
      case "Head.1" -> "甄站长";
      case "Head.2" -> "甄副站";
      case "County.1" -> "甄统计";
      default -> "甄县长";
    };
  }

  private static String pressed(String account, String key, String code) {
    return """
    <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>\
    <CreateTime>%d</CreateTime><MsgType><![CDATA[event]]></MsgType>\
    <Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[%s]]></EventKey>\
    <TaskId><![CDATA[t]]></TaskId><CardType><![CDATA[button_interaction]]></CardType>\
    <ResponseCode><![CDATA[%s]]></ResponseCode><AgentID>1000027</AgentID></xml>\
    """
        .formatted(Installation.CORP, account, System.currentTimeMillis() / 1000, key, code);
  }
}

package org.lanshao.app;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code menu} and {@code appchat}, as an operator types them. */
@SuppressWarnings("NullAway.Init") // JUnit makes the folder first.
class AppCallTest {
  private static WireMockServer platform;

  @TempDir private Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void open() {
    platform = new WireMockServer(options().dynamicPort());
    platform.start();
  }

  @AfterAll
  static void close() {
    platform.stop();
  }

  @BeforeEach
  void begin() throws IOException {
    platform.resetAll();
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(okJson("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}")));
    Files.writeString(dir.resolve("lanshao.yaml"), "channels:\n" + channel("wecom"));
  }

  private static String channel(String name) {
    return """
      %s:
        kind: wecom
        api: %s
        corp-id: ww1
        agent-id: 1000002
        secret: s
        token: t
        encoding-aes-key: abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG
        menu: {险情: 紧急, 走访: 走访}
    """
        .formatted(name, platform.baseUrl())
        .indent(2);
  }

  @Test
  void theMenuIsMadeFromTheSettings() {
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/menu/create")).willReturn(okJson("{\"errcode\":0}")));

    assertThat(run("menu", "create")).isZero();

    assertThat(out.toString()).contains("菜单建好了");
    platform.verify(
        postRequestedFor(urlPathEqualTo("/cgi-bin/menu/create"))
            .withQueryParam("agentid", equalTo("1000002"))
            .withQueryParam("access_token", equalTo("T"))
            .withRequestBody(
                equalToJson(
                    """
                    {"button": [{"type": "click", "name": "险情", "key": "紧急"},
                                {"type": "click", "name": "走访", "key": "走访"}]}
                    """)));
  }

  @Test
  void theMenuIsShownAndTakenAway() {
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/menu/get"))
            .willReturn(
                okJson(
                    "{\"errcode\":0,\"button\":[{\"type\":\"click\",\"name\":\"报险\",\"key\":\"紧急\"}]}")));
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/menu/delete")).willReturn(okJson("{\"errcode\":46003}")));

    assertThat(run("menu", "show")).isZero();
    assertThat(run("menu", "delete")).isZero();

    assertThat(out.toString().lines()).containsExactly("报险：紧急", "没有菜单了。");
  }

  @Test
  void aGroupIsMadeWithItsOwnerAmongThePeople() {
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/appchat/create"))
            .willReturn(okJson("{\"errcode\":0,\"chatid\":\"taiping1\"}")));

    assertThat(
            run(
                "appchat",
                "create",
                "taiping1",
                "--name",
                "太平社工站",
                "--owner",
                "LiDashan",
                "--people",
                "ChenXiaoyu,LiangXiaoxi"))
        .isZero();

    assertThat(out.toString()).contains("appchat:taiping1");
    platform.verify(
        postRequestedFor(urlPathEqualTo("/cgi-bin/appchat/create"))
            .withRequestBody(
                equalToJson(
                    """
                    {"chatid": "taiping1", "name": "太平社工站", "owner": "LiDashan",
                     "userlist": ["ChenXiaoyu", "LiangXiaoxi", "LiDashan"]}
                    """)));
  }

  @Test
  void aGroupThatIsThereAlreadyIsDone() {
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/appchat/create")).willReturn(okJson("{\"errcode\":86215}")));

    assertThat(run("appchat", "create", "a1", "--name", "群", "--owner", "a", "--people", "b"))
        .isZero();
  }

  @Test
  void whatCannotBeAGroupIsNotAskedFor() {
    for (String id : List.of("太平", "a b", "a".repeat(33))) {
      assertThat(run("appchat", "create", id, "--name", "群", "--owner", "a", "--people", "b"))
          .isEqualTo(1);
    }
    assertThat(run("appchat", "create", "a1", "--name", "群", "--owner", "a", "--people", "a"))
        .isEqualTo(1);

    assertThat(err.toString()).contains("群编号只用字母和数字").contains("2 到 2000 人");
    platform.verify(0, getRequestedFor(urlPathEqualTo("/cgi-bin/gettoken")));
  }

  @Test
  void aGroupTellsWhoIsInIt() {
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/appchat/get"))
            .withQueryParam("chatid", equalTo("taiping1"))
            .willReturn(
                okJson(
                    "{\"errcode\":0,\"chat_info\":{\"name\":\"群\",\"owner\":\"a\",\"userlist\":[\"a\",\"b\"]}}")));

    assertThat(run("appchat", "show", "taiping1")).isZero();

    assertThat(out.toString().lines()).containsExactly("群名：群", "群主：a", "成员：a", "成员：b");
  }

  @Test
  void whatThePlatformRefusesIsToldWithItsCode() {
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/menu/create")).willReturn(okJson("{\"errcode\":60020}")));

    assertThat(run("menu", "create")).isEqualTo(1);

    assertThat(err.toString()).contains("settings 60020").doesNotContain("Exception");
  }

  @Test
  void ofSeveralAppsOneIsNamed() throws IOException {
    Files.writeString(dir.resolve("lanshao.yaml"), "channels:\n" + channel("one") + channel("two"));
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/menu/delete")).willReturn(okJson("{\"errcode\":0}")));

    assertThat(run("menu", "delete")).isEqualTo(1);
    assertThat(err.toString()).contains("--channel");
    assertThat(run("menu", "delete", "--channel", "two")).isZero();
    assertThat(run("menu", "delete", "--channel", "three")).isEqualTo(1);
  }

  private int run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", dir.resolve("lanshao.yaml").toString()));
    return Lanshao.commands()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}

package org.lanshao.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.vertx.core.Vertx;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.Channel;
import org.lanshao.channel.wecom.WecomBot;
import org.lanshao.channel.wecom.WecomBotSettings;
import org.lanshao.channel.wecom.WecomChannel;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.message.ChannelName;
import org.lanshao.turn.Unavailable;

/** Encrypted ids of people, found out over real HTTP. */
@SuppressWarnings("NullAway.Init") // JUnit calls open first.
class KnownAccountsTest {
  private static final String CALL = "/cgi-bin/batch/openuserid_to_userid";
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  private static final String ID = "woxHWMZk_QANoz38hgGqgU_-u90-oPBt";

  private static WireMockServer platform;
  private static Vertx vertx;

  private final HandClock clock = new HandClock();
  private final Transport transport =
      new Transport(vertx, new MemoryTokens(clock), clock, TransportLimits.USUAL);
  private final KnownAccounts accounts =
      new KnownAccounts(transport, (kind, id) -> id.endsWith("-in-the-directory"));

  @BeforeAll
  static void open() {
    platform = new WireMockServer(options().dynamicPort());
    platform.start();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void close() {
    platform.stop();
    vertx.close().await();
  }

  @BeforeEach
  void begin() {
    platform.resetAll();
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(okJson("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}")));
  }

  @Test
  void anIdIsAskedForOnce() {
    answers(
        "{\"errcode\":0,\"userid_list\":[{\"open_userid\":\"%s\",\"userid\":\"LiangXiaoyu\"}]}"
            .formatted(ID));

    assertThat(account(bot(), ID)).isEqualTo("LiangXiaoyu");
    assertThat(account(bot(), ID)).isEqualTo("LiangXiaoyu");

    platform.verify(
        1,
        postRequestedFor(urlPathEqualTo(CALL))
            .withQueryParam("access_token", equalTo("T"))
            .withRequestBody(matchingJsonPath("$.open_userid_list[0]", equalTo(ID))));
  }

  @Test
  void anIdThatNobodyKnowsStaysAndIsAskedForAgain() {
    answers("{\"errcode\":0,\"invalid_open_userid_list\":[\"%s\"]}".formatted(ID));

    assertThat(account(bot(), ID)).isEqualTo(ID);
    answers(
        "{\"errcode\":0,\"userid_list\":[{\"open_userid\":\"%s\",\"userid\":\"LiangXiaoyu\"}]}"
            .formatted(ID));
    assertThat(account(bot(), ID)).isEqualTo("LiangXiaoyu");
  }

  @Test
  void aPlainAccountIsNotAskedFor() {
    assertThat(account(bot(), "LiangXiaoyu")).isEqualTo("LiangXiaoyu");
    assertThat(account(bot(), ID + "-in-the-directory")).isEqualTo(ID + "-in-the-directory");
    assertThat(account(app(), ID)).isEqualTo(ID);

    platform.verify(0, postRequestedFor(urlPathEqualTo(CALL)));
  }

  @Test
  void whatCannotBeSaidNowIsAskedForWithTheNextDelivery() {
    answers("{\"errcode\":-1,\"errmsg\":\"busy\"}");

    assertThatThrownBy(() -> account(bot(), ID)).hasCauseInstanceOf(Unavailable.class);
    answers("{\"errcode\":40058,\"errmsg\":\"bad\"}");
    assertThat(account(bot(), ID)).isEqualTo(ID);
  }

  private String account(Channel channel, String id) {
    return accounts.account(channel, id).toCompletableFuture().join();
  }

  private static void answers(String json) {
    platform.stubFor(post(urlPathEqualTo(CALL)).willReturn(okJson(json)));
  }

  private static Channel bot() {
    var settings = new WecomBotSettings(new ChannelName("wecom-bot"), "t", KEY, "");
    return new WecomBot(settings, app(), RandomGenerator.getDefault());
  }

  private static WecomChannel app() {
    return new WecomChannel(
        new WecomSettings(
            new ChannelName("wecom"), platform.baseUrl(), "ww1", 1000002, "s", "t", KEY),
        RandomGenerator.getDefault());
  }
}

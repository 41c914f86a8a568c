package org.lanshao.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.wecom.Abilities;
import org.lanshao.channel.wecom.WecomChannel;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Extras;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply.Choice;
import org.lanshao.message.Reply.Part;
import org.lanshao.turn.MediaFiles;

/** Files of ours on their way to WeCom, over real HTTP. */
class HandingTest {
  private static final String UPLOAD = "/cgi-bin/media/upload";
  private static final String SEND = "/cgi-bin/message/send";
  private static final String WEBHOOK = "/cgi-bin/webhook/send";
  private static final byte[] BYTES = {'P', 'K', 3, 4, 0, (byte) 0xFF, '\r', '\n', '-', '-'};
  private static final Attachment FILE =
      new Attachment(Attachment.Kind.FILE, "ab12", "走访 5月\"1.xlsx");
  private static final Attachment PICTURE = new Attachment(Attachment.Kind.IMAGE, "ab12", "图.png");

  private static WireMockServer platform;
  private static Vertx vertx;

  private final HandClock clock = new HandClock();
  private final MemoryTokens tokens = new MemoryTokens(clock);
  private Transport transport;

  @BeforeAll
  static void open() {
    platform = new WireMockServer(options().dynamicPort());
    platform.start();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void closeAll() {
    platform.stop();
    vertx.close().await();
  }

  @BeforeEach
  void begin() {
    platform.resetAll();
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(okJson("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}")));
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(okJson("{\"errcode\":0}")));
    platform.stubFor(post(urlPathEqualTo(WEBHOOK)).willReturn(okJson("{\"errcode\":0}")));
    uploads("MEDIA-1");
    transport = transport(Map.of("ab12", BYTES));
  }

  @AfterEach
  void end() {
    transport.close();
  }

  @Test
  void aFileIsHandedOverAndNamedInTheMessage() {
    assertThat(send(new Target.ToPerson("ChenXiaoyu"), FILE)).isEqualTo(Outcome.Accepted.PLAIN);

    platform.verify(
        1,
        postRequestedFor(urlPathEqualTo(UPLOAD))
            .withQueryParam("access_token", equalTo("T"))
            .withQueryParam("type", equalTo("file"))
            .withRequestBodyPart(
                aMultipart("media")
                    .withHeader(
                        "Content-Disposition",
                        equalTo(
                            "form-data; name=\"media\"; filename=\"走访 5月_1.xlsx\";"
                                + " filelength=10"))
                    .withBody(binaryEqualTo(BYTES))
                    .build()));
    platform.verify(
        1,
        postRequestedFor(urlPathEqualTo(SEND))
            .withRequestBody(matchingJsonPath("$.msgtype", equalTo("file")))
            .withRequestBody(matchingJsonPath("$.file.media_id", equalTo("MEDIA-1"))));
  }

  @Test
  void aFileIsHandedOverOnceForEverybodyAndEveryNode() {
    send(new Target.ToPerson("ChenXiaoyu"), FILE);
    send(new Target.ToPerson("LiXiaohe"), FILE);
    send(new Target.ToGroup("appchat:taiping1"), FILE);
    transport.close();
    transport = transport(Map.of());

    assertThat(send(new Target.ToPerson("HuangXiaozhu"), FILE)).isEqualTo(Outcome.Accepted.PLAIN);
    platform.verify(1, postRequestedFor(urlPathEqualTo(UPLOAD)));
    platform.verify(3, postRequestedFor(urlPathEqualTo(SEND)));
  }

  @Test
  void afterItsThreeDaysAFileIsHandedOverAgain() {
    send(new Target.ToPerson("ChenXiaoyu"), FILE);
    clock.pass(Duration.ofDays(3));
    send(new Target.ToPerson("ChenXiaoyu"), FILE);

    platform.verify(2, postRequestedFor(urlPathEqualTo(UPLOAD)));
  }

  @Test
  void aFileThatThePlatformLostIsHandedOverOnceMore() {
    send(new Target.ToPerson("ChenXiaoyu"), FILE);
    lost("MEDIA-1");
    uploads("MEDIA-2");

    assertThat(send(new Target.ToPerson("ChenXiaoyu"), FILE)).isEqualTo(Outcome.Accepted.PLAIN);
    platform.verify(2, postRequestedFor(urlPathEqualTo(UPLOAD)));
    assertThat(send(new Target.ToPerson("LiXiaohe"), FILE)).isEqualTo(Outcome.Accepted.PLAIN);
    platform.verify(2, postRequestedFor(urlPathEqualTo(UPLOAD)));

    lost("MEDIA-2");
    uploads("MEDIA-2");
    assertThat(send(new Target.ToPerson("ChenXiaoyu"), FILE))
        .isEqualTo(new Outcome.Refused("media_gone", "40007"));
    platform.verify(3, postRequestedFor(urlPathEqualTo(UPLOAD)));
  }

  @Test
  void aFileThatIsNotTakenIsNotSent() {
    platform.stubFor(
        post(urlPathEqualTo(UPLOAD)).willReturn(okJson("{\"errcode\":45001,\"errmsg\":\"big\"}")));

    assertThat(send(new Target.ToPerson("ChenXiaoyu"), FILE))
        .isEqualTo(new Outcome.Refused("media_refused", "45001"));
    platform.verify(0, postRequestedFor(urlPathEqualTo(SEND)));
  }

  @Test
  void aFileThatIsGoneHereIsNotSent() {
    transport.close();
    transport = transport(Map.of());

    assertThat(send(new Target.ToPerson("ChenXiaoyu"), FILE))
        .isEqualTo(new Outcome.Refused("file_gone", ""));
    assertThat(send(new Target.ToGroup("webhook:0123456789abcdef"), PICTURE))
        .isEqualTo(new Outcome.Refused("file_gone", ""));
    platform.verify(0, postRequestedFor(urlPathEqualTo(UPLOAD)));
  }

  @Test
  void aWebhookTakesAPictureInItsMessage() {
    assertThat(send(new Target.ToGroup("webhook:0123456789abcdef"), PICTURE))
        .isEqualTo(Outcome.Accepted.PLAIN);

    platform.verify(
        1,
        postRequestedFor(urlPathEqualTo(WEBHOOK))
            .withQueryParam("key", equalTo("0123456789abcdef"))
            .withRequestBody(matchingJsonPath("$.msgtype", equalTo("image")))
            .withRequestBody(matchingJsonPath("$.image.base64", equalTo("UEsDBAD/DQotLQ==")))
            .withRequestBody(
                matchingJsonPath("$.image.md5", equalTo("14731410b7349ff7674c8b194d6290f9"))));
  }

  @Test
  void aWebhookTakesAFileUnderItsOwnKey() {
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/webhook/upload_media"))
            .willReturn(okJson("{\"errcode\":0,\"media_id\":\"HOOK-1\",\"created_at\":\"1\"}")));
    send(new Target.ToPerson("ChenXiaoyu"), FILE);

    assertThat(send(new Target.ToGroup("webhook:0123456789abcdef"), FILE))
        .isEqualTo(Outcome.Accepted.PLAIN);
    send(new Target.ToGroup("webhook:fedcba9876543210"), FILE);

    for (String key : List.of("0123456789abcdef", "fedcba9876543210")) {
      platform.verify(
          1,
          postRequestedFor(urlPathEqualTo("/cgi-bin/webhook/upload_media"))
              .withQueryParam("key", equalTo(key))
              .withQueryParam("type", equalTo("file"))
              .withoutQueryParam("access_token"));
    }
    platform.verify(
        2,
        postRequestedFor(urlPathEqualTo(WEBHOOK))
            .withRequestBody(matchingJsonPath("$.file.media_id", equalTo("HOOK-1"))));
  }

  @Test
  void aPictureTooLargeForAMessageGoesToAWebhookAsAFile() {
    transport.close();
    transport = transport(Map.of("ab12", new byte[2 * 1024 * 1024 + 1]));
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/webhook/upload_media"))
            .willReturn(okJson("{\"errcode\":0,\"media_id\":\"HOOK-1\"}")));

    send(new Target.ToGroup("webhook:0123456789abcdef"), PICTURE);

    platform.verify(
        1, postRequestedFor(urlPathEqualTo(WEBHOOK)).withRequestBody(containing("\"file\"")));
  }

  /** Whatever a private installation has against a card, the question is asked. */
  @Test
  void aCardThatIsRefusedIsSaidAsText() {
    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .withRequestBody(matchingJsonPath("$.msgtype", equalTo("template_card")))
            .willReturn(okJson("{\"errcode\":42014,\"errmsg\":\"task_id\"}")));
    var question = new Part("走访方式？\n1 入户\n2 电话", List.of(new Choice("入户", "入户")));

    assertThat(send(new Target.ToPerson("ChenXiaoyu"), question)).isEqualTo(Outcome.Accepted.PLAIN);

    platform.verify(2, postRequestedFor(urlPathEqualTo(SEND)));
    platform.verify(
        1,
        postRequestedFor(urlPathEqualTo(SEND))
            .withRequestBody(matchingJsonPath("$.text.content", equalTo("走访方式？\n1 入户\n2 电话"))));
  }

  private Outcome send(Target target, Attachment file) {
    return send(target, new Part("文件", List.of(), Extras.file(file)));
  }

  private Outcome send(Target target, Part part) {
    var settings =
        new WecomSettings(
                new ChannelName("wecom"),
                platform.baseUrl(),
                "ww0123456789abcdef",
                1000002,
                "secret",
                "token",
                "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")
            .with(Abilities.ALL);
    var channel = new WecomChannel(settings, RandomGenerator.getDefault());
    var message = new Outbound(new UUID(0, 1), target, part);
    platform.stubFor(
        post(urlPathEqualTo("/cgi-bin/appchat/send")).willReturn(okJson("{\"errcode\":0}")));
    return transport.send(channel, message, channel.encode(message));
  }

  private static void uploads(String id) {
    platform.stubFor(
        post(urlPathEqualTo(UPLOAD))
            .willReturn(
                okJson(
                    "{\"errcode\":0,\"type\":\"file\",\"media_id\":\"%s\",\"created_at\":\"1\"}"
                        .formatted(id))));
  }

  private static void lost(String id) {
    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .withRequestBody(matchingJsonPath("$.file.media_id", equalTo(id)))
            .willReturn(okJson("{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}")));
  }

  private Transport transport(Map<String, byte[]> hashToBytes) {
    var limits = TransportLimits.USUAL;
    return new Transport(vertx, tokens, clock, limits, limits, new Kept(hashToBytes));
  }

  /** The files of this node. */
  private record Kept(Map<String, byte[]> hashToBytes) implements MediaFiles {
    @Override
    public String keep(byte[] bytes) throws IOException {
      throw new IOException("nothing new is kept");
    }

    @Override
    public Optional<byte[]> read(String hash) {
      return Optional.ofNullable(hashToBytes.get(hash));
    }
  }
}

package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.channel.wecom.Vectors.Vector;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;

class WecomReplyTest {
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final Vector TEXT = Vectors.named("app-text-ascii");

  private final WecomChannel channel = TEXT.channel();

  @Test
  void aReplyIsATextFromTheOrganisationToTheMember() {
    assertThat(opened(answer(Reply.of("已登记 V102 ✅\n下一位"))))
        .isEqualTo(
            Map.of(
                "ToUserName", "LiangXiaoyu",
                "FromUserName", "ww58b2a2055bb55bcb",
                "CreateTime", Long.toString(NOW.getEpochSecond()),
                "MsgType", "text",
                "Content", "已登记 V102 ✅\n下一位"));
  }

  @Test
  void aReplyThatSaysNothingIsAnEmptyOk() {
    assertThat(channel.answer(inbound(TEXT), Reply.NONE, NOW)).contains(RawResponse.EMPTY_OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"]]>", "a]]>b", "]]]]>>", "<&>\"'", "]]]]><![CDATA[>", "<xml/>", "&#0;"})
  void markupInATextStaysText(String text) {
    assertThat(opened(answer(Reply.of(text)))).containsEntry("Content", text);
  }

  @Test
  void whatXmlCannotHoldIsLeftOut() {
    String text = "\u0000一\u0001\u0008\t\n\u000b\u001f\u007f\u009f二\ud83c三\udf0a四\ufffe\uffff🌊";

    assertThat(opened(answer(Reply.of(text)))).containsEntry("Content", "一\t\n二三四🌊");
  }

  @Test
  void aTextOfExactlyTheLimitFitsAndOneMoreByteDoesNot() {
    String full = "一".repeat(682) + "ab";
    assertThat(full.getBytes(StandardCharsets.UTF_8)).hasSize(2048);

    assertThat(opened(answer(Reply.of(full)))).containsEntry("Content", full);
    assertThat(channel.answer(inbound(TEXT), Reply.of(full + "c"), NOW)).isEmpty();
  }

  @Test
  void severalPartsGoThroughTheOutbox() {
    var part = new Reply.Part("一", List.of());

    assertThat(channel.answer(inbound(TEXT), new Reply(List.of(part, part)), NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app-text-ascii",
        "app-image",
        "app-voice",
        "app-video",
        "app-location",
        "app-link",
        "app-unknown-type",
        "event-subscribe",
        "event-enter-agent",
        "event-click",
        "event-scancode-waitmsg",
        "event-template-card-button",
        "event-template-card-menu"
      })
  void thePlatformShowsAReplyTo(String vector) {
    assertThat(channel.answer(inbound(Vectors.named(vector)), Reply.of("好"), NOW)).isPresent();
  }

  @Test
  void aMemberWhoLeftCannotBeAnswered() {
    Inbound left = inbound(Vectors.named("event-unsubscribe"));

    assertThat(channel.answer(left, Reply.of("好"), NOW)).isEmpty();
    assertThat(channel.answer(left, Reply.NONE, NOW)).contains(RawResponse.EMPTY_OK);
  }

  @Test
  void twoRepliesOfTheSameTextLookDifferent() {
    assertThat(answer(Reply.of("好")).body()).isNotEqualTo(answer(Reply.of("好")).body());
  }

  private RawResponse answer(Reply reply) {
    Optional<RawResponse> response = channel.answer(inbound(TEXT), reply, NOW);
    assertThat(response).isPresent();
    assertThat(response.get().status()).isEqualTo(200);
    assertThat(response.get().contentType()).startsWith("application/xml");
    return response.get();
  }

  private static Inbound inbound(Vector vector) {
    return ((Received.Message) vector.channel().read(vector.request(), NOW)).inbound();
  }

  private static Map<String, String> opened(RawResponse response) {
    var settings = TEXT.settings();
    var vault = new Vault(settings.encodingAesKey(), settings.corpId(), settings.token());
    var sealed = XmlFields.read(new String(response.body(), StandardCharsets.UTF_8)).orElseThrow();
    assertThat(
            vault.isSigned(
                sealed.getOrDefault("MsgSignature", ""),
                sealed.getOrDefault("TimeStamp", ""),
                sealed.getOrDefault("Nonce", ""),
                sealed.getOrDefault("Encrypt", "")))
        .isTrue();
    var message = (Vault.Opened.Message) vault.open(sealed.getOrDefault("Encrypt", ""));
    return XmlFields.read(message.text()).orElseThrow();
  }
}

package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.channel.wecom.Vectors.Vector;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;

class WecomVectorsTest {
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final Map<String, String> NAME_TO_CONTENT = contents();

  static Stream<Vector> urlChecks() {
    return Vectors.ofKinds("url_verify");
  }

  static Stream<Vector> callbacks() {
    return Vectors.ofKinds("app_message", "app_event", "contact_event");
  }

  static Stream<Vector> acceptedCallbacks() {
    return callbacks().filter(Vector::isAccepted).filter(v -> !mayBeRefused(v));
  }

  static Stream<Vector> refusedCallbacks() {
    return callbacks().filter(v -> !v.isAccepted() || mayBeRefused(v));
  }

  static Stream<Vector> replies() {
    return Vectors.ofKinds("reply_encrypt")
        .filter(v -> v.json().path("format").asText().equals("xml"));
  }

  static Stream<Vector> settings() {
    return Vectors.ofKinds("config");
  }

  /** Hardening beyond the protocol: what the platform never sends is refused here. */
  private static boolean mayBeRefused(Vector vector) {
    return vector.expect().has("mayReject");
  }

  @Test
  void everyVectorForAppsIsRun() {
    List<Vector> run = new ArrayList<>();
    Stream.of(urlChecks(), callbacks(), replies(), settings()).forEach(s -> s.forEach(run::add));

    Set<String> notRun =
        Vectors.all()
            .filter(v -> !run.contains(v))
            .filter(v -> !Vectors.LEFT_OUT.contains(v.kind()))
            .map(Vector::name)
            .collect(Collectors.toSet());

    assertThat(notRun).containsExactlyInAnyOrder("reply-aibot-stream", "reply-aibot-text");
    assertThat(run).hasSize(126 - 18 - 2);
  }

  @ParameterizedTest
  @MethodSource("urlChecks")
  void theAddressIsChecked(Vector vector) {
    Received received = vector.channel().read(vector.request(), NOW);

    if (vector.isAccepted()) {
      RawResponse response = ((Received.Answer) received).response();
      assertThat(response.status()).isEqualTo(200);
      assertThat(new String(response.body(), StandardCharsets.UTF_8))
          .isEqualTo(vector.expect().path("responseBody").asText());
    } else {
      assertRefused(vector, received);
    }
  }

  @ParameterizedTest
  @MethodSource("acceptedCallbacks")
  void aCallbackIsRead(Vector vector) {
    Received received = vector.channel().read(vector.request(), NOW);

    var parsed = vector.expect().path("parsed");
    String expected = NAME_TO_CONTENT.get(vector.name());
    if (expected == null) {
      assertThat(parsed.path("MsgType").asText()).isEqualTo("text");
      assertThat(inbound(received).content())
          .isEqualTo(new Content.Text(parsed.path("Content").asText()));
    } else if (expected.equals("-")) {
      assertThat(received).isEqualTo(new Received.Answer(RawResponse.EMPTY_OK));
      return;
    } else {
      assertThat(inbound(received).content()).hasToString(expected);
    }
    boolean told = parsed.path("ChangeType").asText().endsWith("_user");
    var member = parsed.path(told ? "UserID" : "FromUserName").asText();
    assertThat(inbound(received).account()).isEqualTo(member);
    assertThat(inbound(received).channel()).hasToString("wecom");
    assertThat(inbound(received).chat()).isEqualTo(new Chat.Private());
    assertThat(inbound(received).receivedAt()).isEqualTo(NOW);
    if (parsed.has("MsgId")) {
      assertThat(inbound(received).messageId()).isEqualTo(parsed.path("MsgId").asText());
    }
  }

  @Test
  void aMemberIsListedByWhatTheEventTellsAndTheAreaOfTheirDepartment() {
    var departments = new Departments(Map.of("12", "445303104", "31", "445303102"));

    assertThat(listed("contact-create-user", departments))
        .isEqualTo(new Content.Listed(true, "", "钟文婷(示例)", "13000000001", "445303104"));
    assertThat(listed("contact-create-user-same-second", departments))
        .isEqualTo(new Content.Listed(true, "", "", "", "445303104"));
    assertThat(listed("contact-update-user", departments))
        .isEqualTo(new Content.Listed(false, "zhongwenting02", "", "", "445303102"));
    assertThat(listed("contact-create-user", new Departments(Map.of("31", "445303102"))))
        .isEqualTo(new Content.Listed(true, "", "钟文婷(示例)", "13000000001", "445303102"));
    assertThat(departments.area("", "12, 31")).isEmpty();
    assertThat(departments.area("99", "31,99")).isEqualTo("445303102");
  }

  private static Content listed(String name, Departments departments) {
    var vector = Vectors.named(name);
    var channel =
        new WecomChannel(vector.settings().with(departments), RandomGenerator.getDefault());
    return inbound(channel.read(vector.request(), NOW)).content();
  }

  @ParameterizedTest
  @MethodSource("refusedCallbacks")
  void aBadCallbackIsRefused(Vector vector) {
    assertRefused(vector, vector.channel().read(vector.request(), NOW));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyIsSealed(Vector vector) {
    var settings = vector.settings();
    var vault = new Vault(settings.encodingAesKey(), settings.corpId(), settings.token());
    var input = vector.json().path("input");

    String encrypted =
        vault.seal(
            input.path("plaintext").asText(),
            input.path("random16").asText().getBytes(StandardCharsets.UTF_8));

    String timestamp = input.path("timestamp").asText();
    String nonce = input.path("nonce").asText();
    String signature = vault.sign(timestamp, nonce, encrypted);
    assertThat(encrypted).isEqualTo(vector.expect().path("encrypt").asText());
    assertThat(signature).isEqualTo(vector.expect().path("msgSignature").asText());
    assertThat(XmlFields.read(PassiveReply.sealed(encrypted, signature, timestamp, nonce)))
        .isEqualTo(XmlFields.read(vector.expect().path("body").asText()))
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aBadKeyIsRefusedWithoutShowingIt(Vector vector) {
    String key = vector.json().path("encodingAesKey").asText();

    assertThat(WecomSettings.keyProblem(key)).get().asString().doesNotContain(key);
    assertThatThrownBy(vector::settings)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(key);
  }

  @Test
  void aGoodKeyHasNoProblem() {
    assertThat(WecomSettings.keyProblem(Vectors.named("tencent-text").settings().encodingAesKey()))
        .isEmpty();
  }

  @Test
  void aRetryHasTheSameIdAndOthersHaveAnother() {
    Vectors.ofKinds("app_message", "app_event", "contact_event")
        .forEach(
            vector -> {
              var twin = vector.expect().path("duplicateOf").asText("");
              var stranger = vector.expect().path("notDuplicateOf").asText("");
              if (!twin.isEmpty()) {
                assertThat(id(vector)).isEqualTo(id(Vectors.named(twin)));
              }
              if (!stranger.isEmpty()) {
                assertThat(id(vector)).isNotEqualTo(id(Vectors.named(stranger)));
              }
            });
    assertThat(acceptedCallbacks().map(v -> id(v)).collect(Collectors.toSet()))
        .hasSize((int) acceptedCallbacks().count() - 1);
  }

  /** The id that the callback's fields give, also where the channel only acknowledges it. */
  private static String id(Vector vector) {
    var settings = vector.settings();
    var vault = new Vault(settings.encodingAesKey(), settings.corpId(), settings.token());
    var fields = XmlFields.read(vector.expect().path("plaintext").asText()).orElseThrow();
    return new Callback(fields, Departments.NONE).id(vault);
  }

  private static void assertRefused(Vector vector, Received received) {
    assertThat(received).isInstanceOf(Received.Refused.class);
    var refused = (Received.Refused) received;
    List<String> acceptable = new ArrayList<>();
    vector.expect().path("acceptable").forEach(code -> acceptable.add(code.asText()));
    if (mayBeRefused(vector)) {
      acceptable.add(vector.expect().path("mayReject").asText());
    }
    assertThat(refused.code()).isIn(acceptable);
    int status =
        switch (refused.code()) {
          case "signature" -> 401;
          case "receive_id" -> 403;
          default -> 400;
        };
    assertThat(refused.status()).isEqualTo(status);
  }

  private static Inbound inbound(Received received) {
    return ((Received.Message) received).inbound();
  }

  private static Map<String, String> contents() {
    try (var in = WecomVectorsTest.class.getResourceAsStream("/vectors/wecom-contents.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\s+", 2))
          .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.Effort;
import org.lanshao.channel.RawRequest;
import org.lanshao.channel.Received;
import org.lanshao.message.Content;

/** Whatever comes in, the answer is a value, soon, and nothing is fetched. */
class WecomHostileTest {
  private static final int TRIES = Effort.of(10_000);
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final Vectors.Vector GOOD = Vectors.named("app-text-chinese-emoji");

  private final WecomChannel channel = GOOD.channel();
  private final WecomSettings settings = GOOD.settings();
  private final Vault vault =
      new Vault(settings.encodingAesKey(), settings.corpId(), settings.token());
  private final Random random = new Random(5);

  @Test
  void randomBytesAreRefused() {
    for (int i = 0; i < TRIES; i++) {
      byte[] body = new byte[random.nextInt(600)];
      random.nextBytes(body);
      assertThat(channel.read(request(body), NOW)).isEqualTo(Refusal.ENVELOPE.received());
    }
  }

  @Test
  void anAlteredBodyIsRefusedOrMeansTheSame() {
    byte[] good = GOOD.request().body();
    Received original = channel.read(GOOD.request(), NOW);
    int same = 0;
    for (int i = 0; i < TRIES; i++) {
      Received received = channel.read(request(altered(good)), NOW);
      if (received.equals(original)) {
        same++;
      } else {
        assertThat(received).isInstanceOf(Received.Refused.class);
      }
    }
    assertThat(same).isLessThan(TRIES / 2);
  }

  @Test
  void anAlteredCipherTextThatIsSignedAgainNeverThrows() {
    byte[] good = encrypted(GOOD.expect().path("plaintext").asText());
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = altered(good);
      assertThat(channel.read(signed(Base64.getEncoder().encodeToString(bytes)), NOW)).isNotNull();
    }
  }

  @Test
  void anAlteredMessageThatIsSealedAgainNeverThrows() {
    byte[] good = GOOD.expect().path("plaintext").asText().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < TRIES; i++) {
      String message = new String(altered(good), StandardCharsets.UTF_8);
      assertThat(channel.read(sealed(message), NOW)).isNotNull();
    }
  }

  private byte[] altered(byte[] good) {
    byte[] bytes = good.clone();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      switch (random.nextInt(4)) {
        case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        default -> {
          int from = random.nextInt(bytes.length);
          int length = random.nextInt(bytes.length - from);
          int to = random.nextInt(bytes.length - length);
          System.arraycopy(bytes.clone(), from, bytes, to, length);
        }
      }
    }
    return bytes;
  }

  static Stream<String> hostileXml() {
    String bomb =
        "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
            + "<xml><Encrypt>&d;</Encrypt><MsgType>&d;</MsgType></xml>";
    return Stream.of(
        "",
        " ",
        "<",
        "<xml>",
        "<xml></yml>",
        "<xml/><xml/>",
        "<!DOCTYPE xml><xml><Encrypt>a</Encrypt></xml>",
        "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x\"><xml><Encrypt>a</Encrypt></xml>",
        "<xml><Encrypt>&undeclared;</Encrypt></xml>",
        "<xml><Encrypt>&#0;</Encrypt></xml>",
        "<xml><Encrypt>&#1;</Encrypt></xml>",
        bomb,
        "<xml>" + "<a>".repeat(50) + "</a>".repeat(50) + "</xml>",
        "<a>".repeat(100_000),
        "<xml " + attributes(500) + "/>",
        "<xml a=\"" + "x".repeat(5_000) + "\"/>",
        "<xml>" + "<a/>".repeat(5_000) + "</xml>",
        "<xml><Encrypt>" + "A".repeat(1_000_000) + "</Encrypt></xml>",
        "<xml><Encrypt>" + "a<!-- -->".repeat(110_000) + "</Encrypt></xml>",
        "<xml><Encrypt>" + "A".repeat(100_000) + "</Encrypt></xml>",
        "<xml>" + ("<Encrypt>" + "A".repeat(1_000) + "</Encrypt>").repeat(500) + "</xml>",
        "<xml>" + " ".repeat(1_000_000) + "</xml>",
        "<xml><!--" + "x".repeat(1_000_000) + "--></xml>",
        "<" + "x".repeat(1_000_000) + "/>");
  }

  private static String attributes(int count) {
    var attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("='1'");
    }
    return attributes.toString();
  }

  @ParameterizedTest
  @MethodSource("hostileXml")
  void aHostileEnvelopeIsRefusedSoon(String xml) {
    byte[] body = xml.getBytes(StandardCharsets.UTF_8);

    Received received =
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> channel.read(request(body), NOW));

    assertThat(received).isEqualTo(Refusal.ENVELOPE.received());
  }

  @ParameterizedTest
  @MethodSource("hostileXml")
  void aHostileMessageIsRefusedSoon(String xml) {
    Received received =
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> channel.read(sealed(xml), NOW));

    assertThat(received).isIn(Refusal.INNER.received(), Refusal.ENVELOPE.received());
  }

  @Test
  void anEnvelopeWithACharacterThatXmlHasNotIsRefused() {
    byte[] body = "<xml><Encrypt>\u0001</Encrypt></xml>".getBytes(StandardCharsets.UTF_8);

    assertThat(channel.read(request(body), NOW)).isEqualTo(Refusal.ENVELOPE.received());
  }

  /** People paste such characters, and the platform puts them into its XML as they are. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0002", "\u0008", "\u000b", "\u001d", "\ufffe", "\uffff"})
  void aMessageIsNotLostForACharacterThatXmlHasNot(String odd) {
    var said = channel.read(sealed(text("走访石巷村" + odd + "张三")), NOW);

    assertThat(said)
        .isInstanceOfSatisfying(
            Received.Message.class,
            message ->
                assertThat(message.inbound().content())
                    .isIn(new Content.Text("走访石巷村张三"), new Content.Text("走访石巷村" + odd + "张三")));
  }

  private static String text(String content) {
    return "<xml><FromUserName>w1</FromUserName><MsgType>text</MsgType><Content><![CDATA["
        + content
        + "]]></Content><MsgId>1</MsgId></xml>";
  }

  @Test
  void noEntityIsEverFetched() throws IOException {
    try (var trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + trap.getLocalPort() + "/evil";
      String external =
          "<!DOCTYPE xml SYSTEM \"%s\" [<!ENTITY %% p SYSTEM \"%s\"> %%p;<!ENTITY e SYSTEM \"%s\">]>"
                  .formatted(address, address, address)
              + "<xml><MsgType>text</MsgType><FromUserName>w1</FromUserName>"
              + "<Content>&e;</Content><Encrypt>&e;</Encrypt></xml>";

      assertThat(channel.read(request(external.getBytes(StandardCharsets.UTF_8)), NOW))
          .isEqualTo(Refusal.ENVELOPE.received());
      assertThat(channel.read(sealed(external), NOW)).isEqualTo(Refusal.INNER.received());

      trap.setSoTimeout(200);
      Assertions.assertThrows(SocketTimeoutException.class, trap::accept);
    }
  }

  @Test
  void otherEncodingsThanUtf8AreRefused() {
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><xml><Encrypt>a</Encrypt></xml>";

    assertThat(channel.read(request(xml.getBytes(StandardCharsets.UTF_16)), NOW))
        .isEqualTo(Refusal.ENVELOPE.received());
  }

  @Test
  void aMessageThatIsNotUtf8IsRefused() {
    byte[] good = layout("<xml>走访</xml>".getBytes(StandardCharsets.UTF_8));
    assertThat(opened(good)).isInstanceOf(Vault.Opened.Message.class);

    for (byte[] bad :
        new byte[][] {
          {(byte) 0xC0, (byte) 0x80},
          {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          {(byte) 0xFF},
          {(byte) 0xE8, (byte) 0xB5}
        }) {
      assertThat(opened(layout(bad))).isEqualTo(new Vault.Opened.Sealed(Refusal.INNER));
    }
  }

  @Test
  void aPlaceThatIsOffTheMapIsOfNoUse() {
    for (String latitude : new String[] {"NaN", "91", "-91", "Infinity", "", "x", "1e999"}) {
      var fields =
          Map.of(
              "FromUserName", "w1",
              "MsgType", "location",
              "Location_X", latitude,
              "Location_Y", "113.3");
      assertThat(new Callback(fields, Departments.NONE).content())
          .contains(new Content.Unusable("location"));
    }
  }

  @Test
  void aKindThatCouldSpoilAMetricHasNoNameOfItsOwn() {
    for (String type : new String[] {"走访", "a b", "x".repeat(33), "a\"b"}) {
      var fields = Map.of("FromUserName", "w1", "MsgType", type);
      assertThat(new Callback(fields, Departments.NONE).content())
          .contains(new Content.Unusable("unknown"));
    }
  }

  @Test
  void aCallbackOfNobodyIsOnlyAcknowledged() {
    assertThat(channel.read(sealed("<xml><MsgType>text</MsgType></xml>"), NOW))
        .isInstanceOf(Received.Answer.class);
    assertThat(channel.read(sealed("<xml><FromUserName>w1</FromUserName></xml>"), NOW))
        .isInstanceOf(Received.Answer.class);
    assertThat(channel.read(sealed("<xml/>"), NOW)).isInstanceOf(Received.Answer.class);
  }

  private Vault.Opened opened(byte[] plain) {
    byte[] key = Base64.getDecoder().decode(settings.encodingAesKey() + "=");
    return vault.open(Base64.getEncoder().encodeToString(new Codec(key).encrypt(plain)));
  }

  private byte[] layout(byte[] message) {
    byte[] receiver = settings.corpId().getBytes(StandardCharsets.UTF_8);
    int end = 20 + message.length + receiver.length;
    int padding = 32 - end % 32;
    byte[] plain = new byte[end + padding];
    plain[19] = (byte) message.length;
    System.arraycopy(message, 0, plain, 20, message.length);
    System.arraycopy(receiver, 0, plain, 20 + message.length, receiver.length);
    Arrays.fill(plain, end, plain.length, (byte) padding);
    return plain;
  }

  private byte[] encrypted(String message) {
    return Base64.getDecoder().decode(vault.seal(message, new byte[16]));
  }

  private RawRequest sealed(String message) {
    return signed(vault.seal(message, new byte[16]));
  }

  private RawRequest signed(String encrypted) {
    String body = "<xml><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
    return new RawRequest(
        "POST",
        Map.of("timestamp", "1", "nonce", "2", "msg_signature", vault.sign("1", "2", encrypted)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static RawRequest request(byte[] body) {
    RawRequest good = GOOD.request();
    return new RawRequest(good.method(), good.query(), body);
  }
}

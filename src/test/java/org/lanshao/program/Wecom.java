package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;

/** WeCom calling back, with requests encrypted and replies decrypted by WxJava. */
final class Wecom implements Client {
  static final String PATH = "/webhook/wecom";

  private static final Pattern ENCRYPT =
      Pattern.compile("<Encrypt>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</Encrypt>", Pattern.DOTALL);
  private static final Pattern CONTENT =
      Pattern.compile("<Content>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</Content>", Pattern.DOTALL);

  private final Http http;
  private final WxCpCryptUtil crypt;

  Wecom(Installation installation) {
    http = new Http(installation.port());
    var settings = new WxCpDefaultConfigImpl();
    settings.setCorpId(Installation.CORP);
    settings.setToken(Installation.TOKEN);
    settings.setAesKey(Installation.AES_KEY);
    crypt = new WxCpCryptUtil(settings);
  }

  /** A request, ready to be sent any number of times. */
  record Request(String pathAndQuery, byte[] body) {}

  @Override
  public Said say(int worker, long messageId, String text) throws IOException {
    return send(request(worker, messageId, text));
  }

  /** A text message as WeCom would deliver it. */
  Request request(int worker, long messageId, String text) {
    return request(textMessage(worker, messageId, text));
  }

  /** The XML of a text message. */
  static String textMessage(int worker, long messageId, String text) {
    return """
    <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[Worker.%d]]></FromUserName>\
    <CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[%s]]></Content>\
    <MsgId>%d</MsgId><AgentID>1000027</AgentID></xml>"""
        .formatted(Installation.CORP, worker, System.currentTimeMillis() / 1000, text, messageId);
  }

  /** Encrypts and signs an inner message. */
  Request request(String inner) {
    var matcher = ENCRYPT.matcher(crypt.encrypt(inner));
    if (!matcher.find()) {
      throw new IllegalStateException("WxJava encrypted nothing");
    }
    return enveloped(matcher.group(1));
  }

  /** Signs an encrypted text, whatever it is. */
  static Request enveloped(String encrypted) {
    var envelope =
        "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt><AgentID><![CDATA[1000027]]></AgentID></xml>"
            .formatted(Installation.CORP, encrypted);
    return signed(encrypted, envelope.getBytes(UTF_8));
  }

  /** A body under the right signature for {@code encrypted}. */
  static Request signed(String encrypted, byte[] body) {
    var timestamp = String.valueOf(System.currentTimeMillis() / 1000);
    var nonce =
        String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 2_000_000_000L));
    var signature = SHA1.gen(Installation.TOKEN, timestamp, nonce, encrypted);
    return new Request(
        "%s?msg_signature=%s&timestamp=%s&nonce=%s".formatted(PATH, signature, timestamp, nonce),
        body);
  }

  /** Delivers a request once. */
  Said send(Request request) throws IOException {
    var response = http.post(request.pathAndQuery(), "text/xml", request.body());
    return new Said(response.statusCode(), text(response));
  }

  private String text(HttpResponse<String> response) {
    var encrypted = ENCRYPT.matcher(response.body());
    if (response.statusCode() != 200 || !encrypted.find()) {
      return response.body();
    }
    var content = CONTENT.matcher(crypt.decrypt(encrypted.group(1)));
    return content.find() ? content.group(1) : "";
  }

  @Override
  public String channel() {
    return "wecom";
  }

  @Override
  public String stored(long messageId) {
    return String.valueOf(messageId);
  }
}

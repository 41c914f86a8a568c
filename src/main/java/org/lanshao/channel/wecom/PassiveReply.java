package org.lanshao.channel.wecom;

/** The XML of a reply in the response to a callback, plain and sealed. */
final class PassiveReply {
  private PassiveReply() {}

  /** A message from the organisation to a member, as it is before encryption. */
  static String message(String account, String corpId, long seconds, String body) {
    var xml = new StringBuilder(256 + body.length());
    cdata(xml.append("<xml><ToUserName>"), account);
    cdata(xml.append("</ToUserName><FromUserName>"), corpId);
    xml.append("</FromUserName><CreateTime>").append(seconds);
    return xml.append("</CreateTime>").append(body).append("</xml>").toString();
  }

  /** The body of a text message. */
  static String text(String text) {
    var xml = new StringBuilder(64 + text.length());
    cdata(xml.append("<MsgType><![CDATA[text]]></MsgType><Content>"), text);
    return xml.append("</Content>").toString();
  }

  /** The body that puts this in place of the buttons of the card whose press is answered. */
  static String button(String shown) {
    var xml = new StringBuilder(128 + shown.length());
    cdata(xml.append("<MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName>"), shown);
    return xml.append("</ReplaceName></Button>").toString();
  }

  /** The sealed message with its signature, as it goes out. */
  static String sealed(String encrypted, String signature, String timestamp, String nonce) {
    return "<xml><Encrypt><![CDATA["
        + encrypted
        + "]]></Encrypt><MsgSignature><![CDATA["
        + signature
        + "]]></MsgSignature><TimeStamp>"
        + timestamp
        + "</TimeStamp><Nonce><![CDATA["
        + nonce
        + "]]></Nonce></xml>";
  }

  /** The mark that ends a section is split over two. */
  private static void cdata(StringBuilder xml, String text) {
    xml.append("<![CDATA[").append(text.replace("]]>", "]]]]><![CDATA[>")).append("]]>");
  }
}

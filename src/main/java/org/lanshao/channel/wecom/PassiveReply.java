package org.lanshao.channel.wecom;

/** The XML of a reply in the response to a callback, plain and sealed. */
final class PassiveReply {
  private PassiveReply() {}

  /** A text message from the organisation to a member, as it is before encryption. */
  static String text(String account, String corpId, long seconds, String text) {
    var xml = new StringBuilder(256 + text.length());
    cdata(xml.append("<xml><ToUserName>"), account);
    cdata(xml.append("</ToUserName><FromUserName>"), corpId);
    xml.append("</FromUserName><CreateTime>").append(seconds);
    xml.append("</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>");
    cdata(xml, text);
    return xml.append("</Content></xml>").toString();
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

package org.lanshao.bench;

/** Looks for tags in the text: the cheapest way, which trusts what it reads. */
final class FoundFields implements Fields {
  @Override
  public String encrypted(String envelope) {
    return between(envelope, "<Encrypt><![CDATA[", "]]>");
  }

  @Override
  public Message message(String xml) {
    return new Message(
        between(xml, "<MsgId>", "</MsgId>"),
        between(xml, "<FromUserName><![CDATA[", "]]>"),
        between(xml, "<Content><![CDATA[", "]]>"),
        xml);
  }

  private static String between(String text, String before, String after) {
    int found = text.indexOf(before);
    if (found < 0) {
      throw new IllegalArgumentException("no " + before);
    }
    int from = found + before.length();
    return text.substring(from, text.indexOf(after, from));
  }
}

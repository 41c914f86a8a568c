package org.lanshao.notice;

import java.util.Locale;

/** Why a warning is refused; its word is told to the sender and counted. */
public enum CapCode {
  /** The bytes are no XML, have a document type, or too much is in them. */
  NOT_XML("这不是合格的XML，或者带有DTD；请发 CAP 1.2 的 XML，不要带 DTD"),
  /** The root is not {@code alert}. */
  NOT_CAP("根元素要是 alert"),
  /** A field is missing; which stands behind it. */
  MISSING("少了必填的这一项"),
  /** A field has a value that CAP does not have. */
  BAD_VALUE("值不对"),
  /** A time cannot be read, or is without its offset, such as +08:00. */
  BAD_TIME("时间要写成 2022-05-10T03:10:00+08:00，要带时区偏移，不能用 Z"),
  /** A status or type of CAP that is not taken: Draft, Ack. */
  NOT_TAKEN("不收这一种"),
  /** Nothing of the areas lies here. */
  NO_AREA("没有一个地区在本市；请写本市的区县、镇街，或者不要发到这里"),
  /** An area that is not known. */
  UNKNOWN_AREA("不认识这个地区；请写行政区划代码，或本市区县、镇街的全名"),
  /** An area name that several areas have. */
  AMBIGUOUS_AREA("有几个地方叫这个名字；请写行政区划代码，或连同区县一起写"),
  /** It cannot be found out what is warned of, or how gravely. */
  NO_LEVEL("看不出是什么预警、什么颜色或几级；请写成“暴雨红色预警信号”“防汛Ⅳ级应急响应”这样"),
  /** Alert with references, or another type without. */
  REFERENCES("Alert 不能有 references，Update 和 Cancel 必须有"),
  /** It refers to a warning that never came in. */
  UNKNOWN_REFERENCE("这里的预警没有收到过；sender、identifier、sent 要和原来那条一样"),
  /** It refers to several warnings that have nothing to do with each other. */
  AMBIGUOUS_REFERENCE("指向了几条不同的预警；每条预警分开更新或解除"),
  /** It refers to one that is over. */
  ENDED_REFERENCE("这里的预警已经结束；要再发，请发新的 Alert"),
  /** Another warning came in under this identifier. */
  REUSED("这个 identifier 已经用过，内容不同；请换一个");

  private final String text;

  CapCode(String text) {
    this.text = text;
  }

  /** The word for it outside: {@code bad-time}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A sentence for whoever runs the sender. */
  public String text() {
    return text;
  }

  /** Whether the document itself is right and only does not fit what came before. */
  public boolean isConflict() {
    return compareTo(UNKNOWN_REFERENCE) >= 0;
  }
}

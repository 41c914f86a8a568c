package org.lanshao.notice;

import java.util.Locale;

/** Why a warning is refused; its word is told to the sender and counted. */
public enum CapCode {
  /** The bytes are no XML, have a document type, or too much is in them. */
  NOT_XML("这不是合格的XML，或者带有DTD"),
  /** The root is not {@code alert}. */
  NOT_CAP("根元素不是 alert"),
  /** A field is missing; which stands behind it. */
  MISSING("少了必填的一项"),
  /** A field has a value that CAP does not have. */
  BAD_VALUE("这一项的值不在 CAP 1.2 的取值里"),
  /** A time cannot be read, or is without its offset, such as +08:00. */
  BAD_TIME("时间要写成 2022-05-10T03:10:00+08:00，要带时区偏移，不能用 Z"),
  /** A type that is not taken: Ack, Error. */
  NOT_TAKEN("status 只收 Actual、Exercise、Test，msgType 只收 Alert、Update、Cancel"),
  /** Nothing of the areas lies here. */
  NO_AREA("没有一个地区在本市"),
  /** An area that is not known. */
  UNKNOWN_AREA("不认识的地区"),
  /** An area name that several areas have. */
  AMBIGUOUS_AREA("有几个地方叫这个名字，写上编码"),
  /** It cannot be found out what is warned of, or how gravely. */
  NO_LEVEL("看不出是什么预警、什么颜色或几级"),
  /** Alert with references, or another type without. */
  REFERENCES("Alert 不能有 references，Update 和 Cancel 必须有"),
  /** It refers to a warning that never came in. */
  UNKNOWN_REFERENCE("references 里的预警没有收到过"),
  /** It refers to several warnings that have nothing to do with each other. */
  AMBIGUOUS_REFERENCE("references 指向几条不同的预警"),
  /** It refers to one that is over. */
  ENDED_REFERENCE("references 里的预警已经解除"),
  /** Another warning came in under this identifier. */
  REUSED("这个 identifier 已经用过，内容不同");

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

package org.lanshao.register;

import java.util.List;

/** What is on file of a person. All of it is private. */
@SuppressWarnings("ImmutableEnumChecker") // a column cannot be changed
public enum ClientField implements Field {
  NAME("姓名", Kind.TEXT, "成员", "成员姓名", "服务对象", "name"),
  RELATION("关系", Kind.TEXT, "与户主关系", "relation"),
  SEX("性别", Kind.TEXT, "sex"),
  ID_NUMBER("身份证", Kind.ID_NUMBER, "身份证号", "身份证号码", "公民身份号码", "证件号码", "id_number"),
  BIRTH("出生日期", Kind.DAY, "出生年月", "生日", "birth"),
  OWN_PHONE("本人电话", Kind.PHONE, "own_phone");

  private final Column column;

  ClientField(String label, Kind kind, String... others) {
    this.column = new Column(label, kind, List.of(others));
  }

  @Override
  public Column column() {
    return column;
  }
}

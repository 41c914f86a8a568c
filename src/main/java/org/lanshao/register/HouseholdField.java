package org.lanshao.register;

import java.util.List;

/** What is on file of a household, besides its people. All but the area is private. */
@SuppressWarnings("ImmutableEnumChecker") // a column cannot be changed
public enum HouseholdField implements Field {
  AREA("村居", Kind.AREA, "村", "村(居)", "村居委", "地区", "所在村居", "area"),
  HEAD("户主", Kind.TEXT, "户主姓名", "head"),
  ALIASES("别名", Kind.NAMES, "又名", "俗称", "aliases"),
  SIZE("人口", Kind.NUMBER, "家庭人口", "人数", "家庭人数", "size"),
  ADDRESS("地址", Kind.TEXT, "住址", "家庭住址", "门牌", "address"),
  PHONE("电话", Kind.PHONE, "联系电话", "手机", "手机号", "户主电话", "phone"),
  /** Who looks after the household when it must leave: 每户一对接. */
  CONTACT("联系人", Kind.TEXT, "对接人", "责任人", "包户干部", "contact"),
  CONTACT_PHONE("联系人电话", Kind.PHONE, "对接人电话", "责任人电话", "contact_phone"),
  ROUTE("转移路线", Kind.TEXT, "路线", "route"),
  SHELTER("避难点", Kind.TEXT, "安置点", "转移地点", "shelter"),
  /** A visit is due so many days after the last one. */
  EVERY("走访周期", Kind.DAYS, "周期", "探访周期", "every"),
  NOTE("备注", Kind.TEXT, "说明", "note");

  private final Column column;

  HouseholdField(String label, Kind kind, String... others) {
    this.column = new Column(label, kind, List.of(others));
  }

  @Override
  public Column column() {
    return column;
  }
}

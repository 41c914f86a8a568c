package org.lanshao.register;

import java.util.List;

/** What is on file of a site: a water, a low-lying spot, a river bank, a shelter. */
@SuppressWarnings("ImmutableEnumChecker") // a column cannot be changed
public enum SiteField implements Field {
  AREA("村居", Kind.AREA, "村", "村(居)", "地区", "area"),
  NAME("名称", Kind.TEXT, "点位", "点位名称", "地点", "name"),
  KIND("种类", Kind.TEXT, "类别", "类型", "kind"),
  OWNER("责任人", Kind.TEXT, "业主", "管理人", "owner"),
  OWNER_PHONE("责任人电话", Kind.PHONE, "业主电话", "owner_phone"),
  SIGN("警示牌", Kind.YES_NO, "警示标志", "警示标识", "警示牌设置", "sign"),
  FENCE("围栏", Kind.YES_NO, "护栏", "防护栏", "fence"),
  KIT("救生设备", Kind.YES_NO, "救生圈", "救生杆", "救援设备", "救生器材", "kit"),
  NOTE("备注", Kind.TEXT, "说明", "note");

  private final Column column;

  SiteField(String label, Kind kind, String... others) {
    this.column = new Column(label, kind, List.of(others));
  }

  @Override
  public Column column() {
    return column;
  }
}

package org.lanshao.form;

/** What a type of question is called when somebody without programming reads of it. */
final class TypeName {
  private TypeName() {}

  static String of(Type type) {
    return switch (type) {
      case Type.Text text -> "文字";
      case Type.Whole whole -> "整数";
      case Type.Decimal decimal -> "数";
      case Type.YesNo yesNo -> "是否";
      case Type.Choice choice -> "单选";
      case Type.Choices choices -> "多选";
      case Type.Date date -> "日期";
      case Type.Time time -> "时间";
      case Type.DateTime dateTime -> "日期和时间";
      case Type.Place place -> "地方";
      case Type.Person person -> "姓名";
      case Type.Household household -> "住户";
      case Type.Phone phone -> "电话";
      case Type.IdNumber idNumber -> "身份证号";
      case Type.Photos photos -> "照片";
      case Type.File file -> "文件";
      case Type.Location location -> "位置";
      case Type.Matter matter -> "编号";
      case Type.Group group -> "一组问题";
      case Type.Computed computed -> "算出来的数";
      case Type.Note note -> "一段说明";
    };
  }
}

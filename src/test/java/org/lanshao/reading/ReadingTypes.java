package org.lanshao.reading;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.lanshao.form.Option;
import org.lanshao.form.Type;

/** The types that the tables of readings are read with; each table names them in its first line. */
final class ReadingTypes {
  static final Type WHOLE = new Type.Whole(0, 1000, List.of("人", "名", "口"));
  static final Type DECIMAL =
      new Type.Decimal(
          BigDecimal.ZERO, BigDecimal.valueOf(100_000), 2, List.of("元", "块", "亩", "米", "小时", "天"));
  static final Type YES_NO = new Type.YesNo();
  static final Type CHOICE =
      new Type.Choice(
          List.of(
              option("home", "入户", "上门"),
              option("phone", "电访", "电话", "打电话"),
              option("tekun", "分散特困"),
              option("tekun_home", "集中特困", "特困院"),
              option("none", "没有受伤"),
              option("slash", "山洪/滑坡"),
              option("low", "低保"),
              option("low_margin", "低保边缘"),
              option("four", "4G", "四级"),
              option("other", "其他", "其它")));
  static final Type TWINS =
      new Type.Choice(List.of(option("a", "防汛宣传"), option("b", "防汛检查"), option("c", "其他")));
  static final Type CHOICES =
      new Type.Choices(
          List.of(
              option("routine", "日常"),
              option("flood", "防汛", "三防"),
              option("drowning", "防溺水", "溺水"),
              option("low", "低保"),
              option("low_margin", "低保边缘"),
              option("disabled", "残疾"),
              option("follow", "回访", "跟进"),
              option("slash", "山洪/滑坡", "滑坡")));

  private ReadingTypes() {}

  private static Option option(String id, String label, String... aliases) {
    return new Option(id, label, Arrays.asList(aliases));
  }
}

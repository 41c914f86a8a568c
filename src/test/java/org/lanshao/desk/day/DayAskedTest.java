package org.lanshao.desk.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;

/** How people ask which stations did not report, and that they be told to; on 10 May 2022. */
class DayAskedTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 10);
  private static final AreaCode NEAR = new AreaCode("445381");
  private static final Directory DIRECTORY = BundledDirectory.read();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          未报 | LIST | | 2022-05-10
          未报？ | LIST | | 2022-05-10
          未报 昨天 | LIST | | 2022-05-09
          昨天未报 | LIST | | 2022-05-09
          未报 罗定市 | LIST | 445381 | 2022-05-10
          罗定市未报 | LIST | 445381 | 2022-05-10
          未报 罗定市 昨天 | LIST | 445381 | 2022-05-09
          未报 昨天 罗定市 | LIST | 445381 | 2022-05-09
          未报罗定市5月8日 | LIST | 445381 | 2022-05-08
          罗定市５月８号未报 | LIST | 445381 | 2022-05-08
          边个站未报 | LIST | | 2022-05-10
          边个未报 | LIST | | 2022-05-10
          边个站未报？ | LIST | | 2022-05-10
          今日边个站未报 | LIST | | 2022-05-10
          寻日边个站未交日报 | LIST | | 2022-05-09
          哪些没报 | LIST | | 2022-05-10
          哪些站没报 | LIST | | 2022-05-10
          哪些站没有报呢 | LIST | | 2022-05-10
          还有哪些站没报 | LIST | | 2022-05-10
          还有谁没交日报 | LIST | | 2022-05-10
          昨天还没报的站 | LIST | | 2022-05-09
          罗定市昨天哪些站没交日报 | LIST | 445381 | 2022-05-09
          未报名单 | LIST | | 2022-05-10
          日报未报 | LIST | | 2022-05-10
          未报 太平镇 | LIST | 445381101 | 2022-05-10
          催报 | CHASE | | 2022-05-10
          催报 罗定市 | CHASE | 445381 | 2022-05-10
          催报罗定市昨天 | CHASE | 445381 | 2022-05-09
          催一下日报 | CHASE | | 2022-05-10
          催日报 太平镇 | CHASE | 445381101 | 2022-05-10
          催交日报 | CHASE | | 2022-05-10
          unreported | LIST | | 2022-05-10
          chase 罗定市 | CHASE | 445381 | 2022-05-10
          """,
      delimiter = '|')
  void isReadInAnyOrder(String text, DayAsked.Kind kind, String area, LocalDate day) {
    assertThat(DayAsked.read(text, DIRECTORY, NEAR, TODAY))
        .contains(new DayAsked(kind, Optional.ofNullable(area).map(AreaCode::new), day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "张三还没报名", "未报案", "电线坏了未报修", "日报", "日报 昨天", "未访 本月", "上面催报材料", "哪些站", "催", "未报 不知哪里", "没报警",
      })
  void otherWordsAskForSomethingElse(String text) {
    assertThat(DayAsked.read(text, DIRECTORY, NEAR, TODAY)).isEmpty();
  }

  @Test
  void ofSeveralDaysItIsNotAsked() {
    assertThat(DayAsked.read("未报 本周", DIRECTORY, NEAR, TODAY)).isEmpty();
  }
}

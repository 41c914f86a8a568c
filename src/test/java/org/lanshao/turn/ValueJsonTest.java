package org.lanshao.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.form.Answers;
import org.lanshao.form.Media;
import org.lanshao.form.Point;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/** How each kind of answer is stored: what was ever written must be readable for ever. */
class ValueJsonTest {
  private static final QuestionId ASKED = new QuestionId("q");
  private static final Value.Place VILLAGE = new Value.Place("445303104901", "石巷村");

  static Stream<Arguments> everyKindIsStoredAsItAlwaysWas() {
    return Stream.of(
        Arguments.of(new Value.Text("没有"), "'没有'"),
        Arguments.of(new Value.Whole(3), "3"),
        Arguments.of(new Value.Whole(200, true), "{'about':200}"),
        Arguments.of(new Value.Decimal(new BigDecimal("2.50")), "{'decimal':'2.5'}"),
        Arguments.of(new Value.Decimal(new BigDecimal("300"), true), "{'about_decimal':'300'}"),
        Arguments.of(new Value.YesNo(true), "true"),
        Arguments.of(new Value.One("home"), "{'one':'home'}"),
        Arguments.of(new Value.Many(List.of("a", "b")), "['a','b']"),
        Arguments.of(new Value.Date(LocalDate.of(2022, 5, 9)), "{'date':'2022-05-09'}"),
        Arguments.of(new Value.Time(LocalTime.of(20, 30, 59)), "{'time':'20:30'}"),
        Arguments.of(
            new Value.DateTime(LocalDateTime.of(2022, 5, 9, 0, 0)),
            "{'datetime':'2022-05-09T00:00'}"),
        Arguments.of(VILLAGE, "{'place':'445303104901','name':'石巷村'}"),
        Arguments.of(new Value.Person(Optional.empty(), "张三"), "{'person':'张三','village':null}"),
        Arguments.of(
            new Value.Household(Optional.of(VILLAGE), "12号户"),
            "{'household':'12号户','village':{'place':'445303104901','name':'石巷村'}}"),
        Arguments.of(
            new Value.Matter("H23", VILLAGE, "张三", "石巷村 张三 用电"),
            "{'matter':'H23','name':'张三','about':'石巷村 张三 用电',"
                + "'place':{'place':'445303104901','name':'石巷村'}}"),
        Arguments.of(new Value.Phone("13800138000"), "{'phone':'13800138000'}"),
        Arguments.of(new Value.IdNumber("11010519491231002X"), "{'idnumber':'11010519491231002X'}"),
        Arguments.of(
            new Value.Photos(List.of(new Media.Sent("wecom", "m1"), new Media.Kept("9f86"))),
            "{'photos':[{'sent':'wecom','id':'m1'},{'kept':'9f86'}]}"),
        Arguments.of(
            new Value.File(new Media.Sent("wecom", "m1")), "{'file':{'sent':'wecom','id':'m1'}}"),
        Arguments.of(
            new Value.Location(Optional.of(new Point(22.5, 112)), Optional.empty()),
            "{'point':[22.5,112.0],'place':null}"),
        Arguments.of(
            new Value.Location(Optional.empty(), Optional.of(VILLAGE)),
            "{'point':null,'place':{'place':'445303104901','name':'石巷村'}}"),
        Arguments.of(
            new Value.Group(List.of(Answers.NONE.with(ASKED, new Value.Whole(2)), Answers.NONE)),
            "{'items':[{'q':2},{}]}"));
  }

  @ParameterizedTest
  @MethodSource
  void everyKindIsStoredAsItAlwaysWas(Value value, String json) {
    var stored = "{'v':1,'answers':{'q':%s}}".formatted(json).replace('\'', '"');
    var answers = Answers.NONE.with(ASKED, value);

    assertThat(AnswersJson.write(answers)).isEqualTo(stored);
    assertThat(AnswersJson.read(stored)).isEqualTo(answers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'date':'张三'}",
        "{'date':'2022-02-30'}",
        "{'decimal':'张三'}",
        "{'about':'张三'}",
        "{'person':'张三'}",
        "{'person':'张三','village':3}",
        "{'photos':[{'x':'张三'}]}",
        "{'photos':{}}",
        "{'point':[91.0,0.0],'place':null}",
        "{'point':[1.0],'place':null}",
        "{'point':null,'place':null}",
        "{'items':[3]}",
        "{'phone':'1','more':2}"
      })
  void aValueThatCannotBeIsRefusedWithoutTellingWhatItHolds(String json) {
    var stored = "{'v':1,'answers':{'q':%s}}".formatted(json).replace('\'', '"');

    assertThatThrownBy(() -> AnswersJson.read(stored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stored answers cannot be read")
        .hasMessageNotContaining("张三")
        .hasNoCause();
  }
}

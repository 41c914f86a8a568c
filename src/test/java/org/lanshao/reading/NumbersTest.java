package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "2022", "１２"})
  void digitsOfEitherWidthAreDigits(String text) {
    assertThat(Numbers.isDigits(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "3 4", "三", "3户", "-1", "1.5", "5月", "①", "确认"})
  void allElseIsNot(String text) {
    assertThat(Numbers.isDigits(text)).isFalse();
  }
}

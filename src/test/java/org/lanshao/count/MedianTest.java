package org.lanshao.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void theOneInTheMiddleOrTheMeanOfTwo() {
    assertThat(Median.of(List.of(9L))).isEqualTo(9);
    assertThat(Median.of(List.of(9L, 1L, 5L))).isEqualTo(5);
    assertThat(Median.of(List.of(9L, 1L, 5L, 6L))).isEqualTo(5);
    assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}

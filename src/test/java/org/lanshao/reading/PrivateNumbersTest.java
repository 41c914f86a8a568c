package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Private numbers in texts, as {@code private-numbers.tsv} has them. */
class PrivateNumbersTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "/reading/private-numbers.tsv",
      delimiter = '\t',
      ignoreLeadingAndTrailingWhitespace = false)
  void eachIsFoundAndHidden(String text, String kinds, String masked, String hidden) {
    var expected =
        kinds.equals("-")
            ? java.util.Set.<PrivateNumbers.Kind>of()
            : Arrays.stream(kinds.split(" "))
                .map(kind -> PrivateNumbers.Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());

    assertThat(PrivateNumbers.in(text)).isEqualTo(expected);
    assertThat(PrivateNumbers.masked(text)).isEqualTo(masked);
    assertThat(PrivateNumbers.hidden(text)).isEqualTo(hidden);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reading/said-phones.tsv", delimiter = '\t')
  void aPhoneIsMaskedWhereItIsSaidBack(String said, String reply, String masked) {
    assertThat(PrivateNumbers.withoutPhones(reply, said)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "找阿强 13800138000 开门, 找阿强 138****8000 开门",
    "电话0766-8812345, 电话****",
    "电话 07668812345转2, 电话 ****转2",
    "8812345 打这个, **** 打这个",
    "身份证110101199003074477, 身份证****",
    "写错的 11010119900307447, 写错的 ****",
    "写错的 138001380001, 写错的 ****",
    "2022-05-10 有123456人，水深1.5米, 2022-05-10 有123456人，水深1.5米"
  })
  void whatMayBeANumberOfSomebodyIsConcealed(String text, String told) {
    assertThat(PrivateNumbers.concealed(text)).isEqualTo(told);
  }
}

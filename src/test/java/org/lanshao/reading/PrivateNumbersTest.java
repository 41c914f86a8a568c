package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

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
}

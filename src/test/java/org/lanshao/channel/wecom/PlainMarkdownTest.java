package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainMarkdownTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          已登记 V102：石巷村 3人。,        已登记 V102：石巷村 3人。
          "1 入户\n2 电访",                "1 入户\n2 电访"
          # 一号,                            ＃ 一号
          "好\n> 引",                      "好\n＞ 引"
          3 > 2 和 5#楼,                     3 > 2 和 5#楼
          "好\n---",                       "好\n－－－"
          5-6月 **急** *很*,                 5-6月 ＊＊急＊＊ ＊很＊
          `x` ~~不要~~,                      ｀x｀ ～～不要～～
          he.jianping_07 _斜_,               he.jianping_07 ＿斜＿
          [看](https://a.example/),          [看］(https://a.example/)
          [一] 二,                           [一] 二
          <@all> <font color=\"info\">,   ＜@all> ＜font color=\"info\">
          体温<37 度,                        体温<37 度
          见 https://a.example/_b_*c#d 第_一_, 见 https://a.example/_b_*c#d 第＿一＿
          """)
  void textIsShownAndNotRead(String text, String shown) {
    assertThat(PlainMarkdown.of(text)).isEqualTo(shown);
  }
}

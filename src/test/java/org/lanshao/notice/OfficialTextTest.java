package org.lanshao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What official texts say, with their traps. */
class OfficialTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "新兴县气象台10日03时10分发布暴雨红色预警信号|暴雨 红",
        "将暴雨黄色预警信号升级为橙色|暴雨 橙",
        "暴雨橙色预警信号升级为红色|暴雨 红",
        "将暴雨红色预警信号降级为黄色，请继续注意|暴雨 黄",
        "暴雨预警信号由黄色变更为橙色|暴雨 橙",
        "暴雨黄色预警信号降为蓝色|暴雨 蓝",
        "继续发布暴雨橙色预警信号|暴雨 橙",
        "暴雨黄色预警信号拓展至全市|暴雨 黄",
        "解除暴雨红色预警信号|暴雨 红 解除",
        "10时解除暴雨预警信号|暴雨 解除",
        "解除高温黄色预警信号，同时发布暴雨橙色预警信号|高温 黄 解除;暴雨 橙",
        "在暴雨红色预警信号解除前，请勿外出|暴雨 红",
        "暴雨红色预警信号尚未解除，请勿外出|暴雨 红",
        "解除时间另行通知。暴雨红色预警信号生效中|暴雨 红",
        "市三防办启动防汛Ⅳ级应急响应|防汛 Ⅳ",
        "将防汛Ⅲ级应急响应调整为Ⅳ级|防汛 Ⅳ",
        "将防汛Ⅳ级应急响应提升至Ⅱ级|防汛 Ⅱ",
        "防风IV级应急响应于20时结束|防风 Ⅳ 解除",
        "启动防汛四级应急响应|防汛 Ⅳ",
        "终止防风应急响应|防风 解除",
        "雷雨大风黄色预警信号|雷雨大风 黄",
        "地质灾害气象风险橙色预警|地质灾害气象风险 橙",
        "红旗村的雨下得很大|-",
        "今天没有预警|-",
        "暴雨很大，注意安全|-",
      })
  void says(String text, String expected) {
    var said =
        OfficialText.read(text).stream()
            .map(
                statement ->
                    (statement.kind()
                            + " "
                            + statement.level().map(Level::word).orElse("")
                            + (statement.ends() ? " 解除" : ""))
                        .replace("  ", " "))
            .collect(Collectors.joining(";"));
    assertThat(said.isEmpty() ? "-" : said).isEqualTo(expected);
  }
}

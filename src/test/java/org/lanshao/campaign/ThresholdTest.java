package org.lanshao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.directory.AreaCode;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Item;
import org.lanshao.notice.Level;

/** Which notices begin a campaign where nothing else is set. */
class ThresholdTest {
  @ParameterizedTest
  @CsvSource({
    "暴雨, 红, true",
    "暴雨, 橙, true",
    "暴雨, 黄, false",
    "台风, 橙, true",
    "台风, 白, false",
    "山洪灾害, 橙, true",
    "地质灾害气象风险, 红, true",
    "水库, 橙, true",
    "高温, 红, false",
    "高温, 橙, false",
    "森林火险, 红, false",
    "大雾, 橙, false",
    "防汛, Ⅳ, true",
    "防汛, Ⅰ, true",
    "防汛, 关注, false",
    "防风, Ⅳ, true",
    "防旱, Ⅱ, false",
    "防暑, Ⅲ, false",
    "防汛, 红, false",
    "暴雨, Ⅳ, false",
    "'', '', false",
  })
  void ofWhichKindsFromWhichLevelOn(String kind, String level, boolean begins) {
    var item =
        new Item(kind, level(level), Set.of(new AreaCode("445322")), "", "", Optional.empty());

    assertThat(Threshold.USUAL.isReached(item)).isEqualTo(begins);
  }

  private static Level level(String word) {
    return Colour.read(word)
        .<Level>map(Level.Signal::new)
        .or(() -> Grade.read(word).map(Level.Response::new))
        .orElse(new Level.Plain());
  }
}

package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;

/** As many households and people as were on file in the summer of 2024, imported as one file. */
class OnFileTest {
  private static final int HOUSEHOLDS = 9_460;
  private static final int PEOPLE = 14_996;
  private final Station station = new Station();

  @Test
  void allHouseholdsAndPeopleOnFileAreTold() {
    station.file(
        IntStream.rangeClosed(1, HOUSEHOLDS)
            .mapToObj(OnFileTest::household)
            .toArray(Household[]::new));
    station.day("2024-06-30");

    assertThat(station.say("p41", "汇总 半年 云安区 2024年1-6月")).contains("建档9460户14996人");
    assertThat(station.say("p41", "汇总 半年 新兴县 2024年1-6月")).contains("建档0户0人");
  }

  /** Two people live in as many of them as there are more people than households. */
  private static Household household(int nth) {
    int size = nth <= PEOPLE - HOUSEHOLDS ? 2 : 1;
    return Station.household("J" + nth, "445303104901", nth + "号户")
        .with(HouseholdField.SIZE, Integer.toString(size));
  }
}

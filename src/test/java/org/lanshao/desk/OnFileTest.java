package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Found;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.NewRegisterChange;

/** As many households and people as were on file in the summer of 2024, imported as one file. */
class OnFileTest {
  private static final int HOUSEHOLDS = 9_460;
  private static final int PEOPLE = 14_996;
  private final Station station = new Station();

  @Test
  void allHouseholdsAndPeopleOnFileAreTold() {
    var village = (Found.One) station.directory().find("石巷村", new AreaCode("445303104"));
    var area = village.area().code().text();
    List<RegisterEdit> households =
        IntStream.rangeClosed(1, HOUSEHOLDS)
            .<RegisterEdit>mapToObj(nth -> new RegisterEdit.Put(household(nth, area)))
            .toList();
    station.store.change(
        new NewRegisterChange(
            new RegisterChange(1, households),
            new UUID(0, 1),
            NewRegisterChange.Kind.IMPORT,
            Optional.empty(),
            "",
            Instant.EPOCH));
    station.restart();
    station.day("2024-06-30");

    assertThat(station.say("p41", "汇总 半年 云安区 2024年1-6月")).contains("建档9460户14996人");
    assertThat(station.say("p41", "汇总 半年 新兴县 2024年1-6月")).contains("建档0户0人");
  }

  /** Two people live in as many of them as there are more people than households. */
  private static Household household(int nth, String area) {
    int size = nth <= PEOPLE - HOUSEHOLDS ? 2 : 1;
    return new Household(
        new FileNumber("J" + nth),
        Map.of(
            HouseholdField.AREA,
            area,
            HouseholdField.HEAD,
            nth + "号户",
            HouseholdField.SIZE,
            Integer.toString(size)),
        List.of());
  }
}

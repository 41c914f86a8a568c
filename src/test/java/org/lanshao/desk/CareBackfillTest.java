package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.matter.CareBackfill;
import org.lanshao.record.Matter;
import org.lanshao.turn.Unavailable;
import org.lanshao.turn.UncaredMatters;

/** Matters of before there were days get those that they would have now. */
class CareBackfillTest {
  private static final String W = Station.WORKER;
  private final Station station = new Station();

  /** What a version without owners and days left of them. */
  private static final class Old implements UncaredMatters {
    final List<Matter> left = new ArrayList<>();
    final List<Matter> cared = new ArrayList<>();

    @Override
    public List<Matter> some(int most) {
      return left.stream().limit(most).toList();
    }

    @Override
    public void care(List<Matter> matters) {
      cared.addAll(matters);
      left.removeIf(one -> matters.stream().map(Matter::number).anyMatch(one.number()::equals));
    }
  }

  private static Matter old(Matter matter) {
    return matter.with(Matter.Care.of(matter.person()));
  }

  private Matter matter(String number) throws Unavailable {
    return station.store.matters().matter(number).orElseThrow();
  }

  @Test
  void eachGetsTheDayThatItsLastStepNamesOrThatItsStateSays() throws Unavailable {
    station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "整改期限 5月12日", "提交");
    station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "提交");
    station.say(W, "个案", "太平镇李四", "走访发现", "邻里纠纷", "同意", "跳过", "跳过", "跳过", "提交");
    var days = new ArrayList<Optional<LocalDate>>();
    var old = new Old();
    for (String number : List.of("H1", "H2", "G1")) {
      days.add(matter(number).care().due());
      old.left.add(old(matter(number)));
    }
    assertThat(days).contains(Optional.of(LocalDate.of(2022, 5, 12))).allMatch(Optional::isPresent);

    var backfill = new CareBackfill(station.store, old, station.forms());
    assertThat(backfill.run()).isEqualTo(3);

    assertThat(old.cared).extracting(one -> one.care().due()).containsExactlyElementsOf(days);
    assertThat(old.cared.getFirst().care().deadline()).isTrue();
    assertThat(backfill.run()).isZero();
  }

  @Test
  void whatHasNoRecordAnyMoreStaysWithWhoOpenedIt() throws Unavailable {
    station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "提交");
    var one = matter("H1");
    var old = new Old();
    old.left.add(
        one.with(new Matter.Step("Z9", "fixing", false, 0)).with(Matter.Care.of(one.person())));

    assertThat(new CareBackfill(station.store, old, station.forms()).run()).isEqualTo(1);

    assertThat(old.cared.getFirst().care()).isEqualTo(Matter.Care.of(one.person()));
  }
}

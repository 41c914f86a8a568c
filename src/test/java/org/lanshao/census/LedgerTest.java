package org.lanshao.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Option;
import org.lanshao.register.Categories;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;

class LedgerTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 10);
  private static final Directory DIRECTORY =
      new Directory(
          List.of(
              new Area(new AreaCode("c"), "云浮市", Area.Kind.CITY, Optional.empty(), List.of()),
              new Area(
                  new AreaCode("t"),
                  "富林镇",
                  Area.Kind.TOWN,
                  Optional.of(new AreaCode("c")),
                  List.of()),
              new Area(
                  new AreaCode("v"),
                  "石巷村",
                  Area.Kind.VILLAGE,
                  Optional.of(new AreaCode("t")),
                  List.of())),
          List.of(),
          List.of());
  private static final Categories CATEGORIES =
      new Categories(
          List.of(new Option("tekun", "特困", List.of("五保")), new Option("dibao", "低保", List.of())));

  private static Preview read(Register register, String... lines) {
    var rows = new ArrayList<Line>();
    for (int i = 0; i < lines.length; i++) {
      rows.add(new Line(i + 1, Arrays.asList(lines[i].split(",", -1))));
    }
    var count = new AtomicInteger();
    var ground = new Ledger.Ground(DIRECTORY, register, CATEGORIES, TODAY);
    return new Ledger(ground, new AreaCode("c"), "ledger")
        .preview(rows, () -> new FileNumber("N" + count.incrementAndGet()));
  }

  private static Register of(Preview preview) {
    var edits = preview.fresh().stream().<RegisterEdit>map(RegisterEdit.Put::new).toList();
    return Register.EMPTY.after(new RegisterChange(1, edits));
  }

  @Test
  void titlesAboveTheNamesOfColumnsArePassedOver() {
    var preview = read(Register.EMPTY, "富林镇台账,,", "制表人,张,", "村居,户主,人口", "石巷村,张三,3");

    assertThat(preview.refused()).isEmpty();
    assertThat(preview.fresh()).hasSize(1);
    assertThat(read(Register.EMPTY, "名称,户主", "石巷村,张三").refused()).hasSize(1);
  }

  @Test
  void theLinesOfOneHouseholdBecomeOne() {
    var preview =
        read(
            Register.EMPTY,
            "户号,村(居),户主姓名,姓名,类别,家庭人口,走访周期",
            "A1,石巷村,张三,张三,五保,3人,每月",
            "A1,石巷村,张三,张小,低保;五保,,",
            ",富林镇石巷村,李四,,,,7天");

    assertThat(preview.refused()).isEmpty();
    assertThat(preview.fresh()).extracting(one -> one.number().text()).containsExactly("A1", "N1");
    Household first = preview.fresh().getFirst();
    assertThat(first.size()).isEqualTo(3);
    assertThat(first.every()).contains(30);
    assertThat(first.clients())
        .extracting(client -> client.number() + client.name() + client.tags().size())
        .containsExactly("A1-1张三1", "A1-2张小2");
    assertThat(preview.fresh().getLast().every()).contains(7);
  }

  @Test
  void theSameLedgerAgainChangesNothing() {
    var lines = new String[] {"村居,户主,类别,电话", "石巷村,张三,低保,13800000001", "石巷村,李四,,"};
    var register = of(read(Register.EMPTY, lines));

    var again = read(register, lines);

    assertThat(again.same()).isEqualTo(2);
    assertThat(again.fresh()).isEmpty();
    assertThat(again.changed()).isEmpty();
  }

  @Test
  void whatTheLedgerDoesNotSayStays() {
    var register = of(read(Register.EMPTY, "户号,村居,户主,电话,人口", "A1,石巷村,张三,13800000001,4"));

    var changed = read(register, "户号,村居,户主,人口", "a1,石巷村,张三,5").changed();

    assertThat(changed).hasSize(1);
    assertThat(changed.getFirst().get(HouseholdField.PHONE)).isEqualTo("13800000001");
    assertThat(changed.getFirst().size()).isEqualTo(5);
  }

  @Test
  void linesThatCannotBeTakenAreRefusedWithTheirReason() {
    var preview =
        read(
            Register.EMPTY,
            "户号,村居,户主,身份证,类别,电话,人口",
            "A1,远山村,张三,,,,",
            "A2,石巷村,张三,11010519491231002X,,,",
            "A3,石巷村,张三,110105194912310021,,,",
            "A4,石巷村,张三,,富裕,,",
            "A5,石巷村,张三,,,123,",
            "A6,石巷村,张三,,,,很多",
            "A7,石巷村,,,,,",
            "户 七,石巷村,张三,,,,");

    assertThat(preview.refused())
        .extracting(Preview.Refused::line)
        .containsExactly(2, 4, 5, 6, 7, 8, 9);
    assertThat(preview.refused())
        .extracting(Preview.Refused::reason)
        .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotContain("张三"));
    assertThat(preview.fresh()).hasSize(1);
    assertThat(preview.fresh().getFirst().clients().getFirst().get(ClientField.ID_NUMBER))
        .isEqualTo("11010519491231002X");
  }

  @Test
  void aTableWithoutVillageAndHeadIsNoLedger() {
    assertThat(read(Register.EMPTY, "姓名,电话", "张三,13800000001").refused())
        .singleElement()
        .satisfies(refused -> assertThat(refused.reason()).contains("村居").contains("户主"));
  }

  @Test
  void ofSeveralOfOneNameTheNumberMustBeWritten() {
    var register = of(read(Register.EMPTY, "户号,村居,户主", "A1,石巷村,张三", "A2,石巷村,张三"));

    var preview = read(register, "村居,户主,人口", "石巷村,张三,3");

    assertThat(preview.refused()).singleElement().satisfies(r -> assertThat(r.line()).isEqualTo(2));
    assertThat(preview.changed()).isEmpty();
  }
}

package org.lanshao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Option;

class RegisterTest {
  private static final AreaCode STONE = new AreaCode("v1");
  private static final AreaCode MILL = new AreaCode("v2");
  private static final AreaCode FAR = new AreaCode("v3");
  private static final AreaCode TOWN = new AreaCode("t1");
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 10);

  private static final Directory DIRECTORY =
      new Directory(
          List.of(
              area("city", "云浮市", Area.Kind.CITY, Optional.empty()),
              area("c1", "罗定市", Area.Kind.COUNTY, Optional.of("city")),
              area("t1", "太平镇", Area.Kind.TOWN, Optional.of("c1")),
              area("t2", "连州镇", Area.Kind.TOWN, Optional.of("c1")),
              area("v1", "石巷村", Area.Kind.VILLAGE, Optional.of("t1")),
              area("v2", "水磨村", Area.Kind.VILLAGE, Optional.of("t1")),
              area("v3", "远山村", Area.Kind.VILLAGE, Optional.of("t2"))),
          List.of(),
          List.of());

  private static final Register REGISTER =
      register(
          household("J1", STONE, "张三", Map.of(HouseholdField.ALIASES, "三叔;12")),
          household("J2", MILL, "张三", Map.of(), client("J2-1", "李四")),
          household("J3", STONE, "李四", Map.of(), client("J3-1", "陈五")),
          household("J4", FAR, "赵六", Map.of()));

  private static Area area(String code, String name, Area.Kind kind, Optional<String> parent) {
    return new Area(new AreaCode(code), name, kind, parent.map(AreaCode::new), List.of());
  }

  private static Household household(
      String number,
      AreaCode area,
      String head,
      Map<HouseholdField, String> more,
      Client... clients) {
    var fields = new EnumMap<HouseholdField, String>(HouseholdField.class);
    fields.put(HouseholdField.AREA, area.text());
    fields.put(HouseholdField.HEAD, head);
    fields.putAll(more);
    return new Household(new FileNumber(number), fields, List.of(clients));
  }

  private static Client client(String number, String name, Tag... tags) {
    return new Client(new FileNumber(number), Map.of(ClientField.NAME, name), List.of(tags));
  }

  private static Register register(Household... households) {
    var edits = List.of(households).stream().<RegisterEdit>map(RegisterEdit.Put::new).toList();
    return Register.EMPTY.after(new RegisterChange(1, edits));
  }

  private static String find(String name, String place, String near) {
    var found =
        OnFile.household(
            name,
            Optional.ofNullable(place).map(AreaCode::new),
            new AreaCode(near),
            REGISTER,
            DIRECTORY);
    return switch (found) {
      case OnFile.One(Household household) -> household.number().text();
      case OnFile.Several(List<Household> households) ->
          String.join("/", households.stream().map(one -> one.number().text()).toList());
      case OnFile.Nothing() -> "-";
    };
  }

  @ParameterizedTest
  @CsvSource({
    "张三, v1, t1, J1",
    "张三, v2, t1, J2",
    "張三, v2, t1, J2",
    "张三, t1, t1, J1/J2",
    "张三, , v2, J2",
    "张三, , t1, J1/J2",
    "张三, , c1, J1/J2",
    "张三, , t2, -",
    "张三, v3, t1, -",
    "三叔, , t1, J1",
    "12号, v1, t1, J1",
    "12号户, , v1, J1",
    "12, v2, t1, -",
    "陈五, , t1, J3",
    "李四, , t1, J3",
    "李四, v2, t1, J2",
    "张, , t1, -",
    "张三丰, , t1, -",
    "赵六, , t1, -",
    "j4, , t1, J4",
    "Ｊ４, , t1, J4",
    "J4, v1, t1, -",
    "J4, t2, t1, J4",
    "J9, , t1, -",
  })
  void aNameMeansWhoIsOnFileThereAndIsNeverGuessed(
      String name, String place, String near, String number) {
    assertThat(find(name, place, near)).isEqualTo(number);
  }

  @Test
  void whoIsMergedIsFoundByBothNumbersAndNames() {
    var from = household("J2", STONE, "张叁", Map.of(HouseholdField.PHONE, "13800000001"));
    var into = household("J1", STONE, "张三", Map.of());
    var register = register(from, into).after(new RegisterChange(2, Merging.of(from, into)));

    assertThat(register.household(new FileNumber("J2")))
        .isEqualTo(register.household(new FileNumber("J1")));
    assertThat(register.named("张叁", area -> true)).hasSize(1);
    assertThat(register.households()).hasSize(1);
    assertThat(register.household(new FileNumber("J2")).orElseThrow().get(HouseholdField.PHONE))
        .isEqualTo("13800000001");
    assertThat(register.version()).isEqualTo(2);
  }

  @Test
  void theAreasAreThoseInWhichSomebodyIsOnFileNow() {
    var moved = REGISTER.household(new FileNumber("J4")).orElseThrow();
    var away = new RegisterEdit.Put(moved.with(HouseholdField.AREA, MILL.text()));
    var merged = new RegisterEdit.Merge(new FileNumber("J1"), new FileNumber("J2"));

    assertThat(REGISTER.areas()).containsExactlyInAnyOrder(STONE, MILL, FAR);
    assertThat(REGISTER.after(new RegisterChange(2, List.of(away))).areas())
        .containsExactlyInAnyOrder(STONE, MILL);
    assertThat(REGISTER.after(new RegisterChange(2, List.of(merged))).areas()).contains(STONE);
  }

  @Test
  void whoIsCalledOtherwiseIsNotFoundByTheOldName() {
    var renamed =
        REGISTER.household(new FileNumber("J1")).orElseThrow().with(HouseholdField.HEAD, "张大");
    var next =
        REGISTER.after(new RegisterChange(2, List.<RegisterEdit>of(new RegisterEdit.Put(renamed))));

    assertThat(next.named("张三", STONE::equals)).isEmpty();
    assertThat(next.named("张大", STONE::equals)).containsExactly(renamed);
    assertThat(REGISTER.named("张三", STONE::equals)).hasSize(1);
  }

  @Test
  void manyChangesLeaveWhatOneChangeOfTheResultWouldLeave() {
    var random = new Random(7);
    var names = List.of("张三", "李四", "王五", "赵六");
    var folded = Register.EMPTY;
    for (int version = 1; version <= 300; version++) {
      var one =
          household(
              "J" + random.nextInt(40),
              random.nextBoolean() ? STONE : MILL,
              names.get(random.nextInt(4)),
              Map.of(HouseholdField.ALIASES, names.get(random.nextInt(4))));
      RegisterEdit edit =
          random.nextInt(10) == 0
              ? new RegisterEdit.Merge(one.number(), new FileNumber("J99"))
              : new RegisterEdit.Put(one);
      folded = folded.after(new RegisterChange(version, List.of(edit)));
    }
    var whole = register(folded.households().toArray(Household[]::new));
    for (String name : names) {
      assertThat(folded.named(name, area -> true)).isEqualTo(whole.named(name, area -> true));
    }
    assertThat(folded.households()).isNotEmpty();
  }

  @Test
  void thePrimaryCategoryIsTheFirstOfTheListThatHoldsOnTheDay() {
    var categories =
        new Categories(
            List.of(
                new Option("tekun", "特困", List.of("五保")),
                new Option("dibao", "低保", List.of()),
                new Option("disabled", "残疾", List.of()),
                new Option("other", "其他", List.of())));
    var past = Tag.of("tekun").endingOn(TODAY.minusDays(1));
    var both = client("J1-1", "张三", past, Tag.of("disabled"), Tag.of("dibao"));
    var none = client("J1-2", "张四", Tag.of("gone"));

    assertThat(categories.primary(both, TODAY)).isEqualTo("dibao");
    assertThat(categories.primary(both, TODAY.minusDays(1))).isEqualTo("tekun");
    assertThat(categories.primary(none, TODAY)).isEqualTo("other");
    assertThat(categories.primary(household("J1", STONE, "张三", Map.of(), none, both), TODAY))
        .isEqualTo("dibao");
    assertThat(categories.find("五 保").map(Option::id)).contains("tekun");
    assertThat(categories.find("低")).isEmpty();
  }

  @Test
  void aTagHoldsOnItsFirstAndLastDay() {
    var tag = new Tag("dibao", Optional.of(TODAY), Optional.of(TODAY.plusDays(1)), "", "");

    assertThat(tag.holds(TODAY.minusDays(1))).isFalse();
    assertThat(tag.holds(TODAY)).isTrue();
    assertThat(tag.holds(TODAY.plusDays(1))).isTrue();
    assertThat(tag.holds(TODAY.plusDays(2))).isFalse();
  }

  @Test
  void everyFieldThatIsAnotherIsADifference() {
    var before =
        household("J1", STONE, "张三", Map.of(HouseholdField.PHONE, "1"), client("J1-1", "张三"));
    var after =
        before
            .with(HouseholdField.PHONE, "")
            .with(HouseholdField.SIZE, "3")
            .with(List.of(client("J1-1", "张三", Tag.of("dibao")), client("J1-2", "张四")));

    assertThat(Difference.between(Optional.of(before), after))
        .extracting(one -> one.whose() + one.what() + ":" + one.before() + ">" + one.after())
        .containsExactlyInAnyOrder("人口:>3", "电话:1>", "张三类别:>dibao", "成员:>张四");
    assertThat(Difference.between(Optional.of(before), before)).isEmpty();
    assertThat(Difference.between(Optional.empty(), before)).hasSize(4);
  }

  @Test
  void theSameIdentityNumberOrHeadInAVillageMayBeTwice() {
    var id = Map.of(ClientField.NAME, "甲", ClientField.ID_NUMBER, "11010519491231002X");
    var register =
        register(
            household("J1", STONE, "张三", Map.of()),
            household(
                "J2", STONE, "張三", Map.of(), new Client(new FileNumber("J2-1"), id, List.of())),
            household(
                "J3", MILL, "张三", Map.of(), new Client(new FileNumber("J3-1"), id, List.of())));

    assertThat(Duplicate.find(register, area -> true))
        .extracting(pair -> pair.first().number() + "=" + pair.second().number() + " " + pair.why())
        .containsExactly("J2=J3 ID_NUMBER", "J1=J2 HEAD");
    assertThat(Duplicate.find(register, MILL::equals)).isEmpty();
  }

  @Test
  void masksTellNoNamesAndKeepChildrenApart() {
    var child =
        new Client(
            new FileNumber("J1-1"),
            Map.of(ClientField.NAME, "张小", ClientField.BIRTH, "2012-01-01"),
            List.of());
    var masks = new Masks();

    assertThat(masks.person(child, TODAY)).isEqualTo("儿童A");
    assertThat(masks.person(client("J1-2", "张三"), TODAY)).isEqualTo("张*");
    assertThat(masks.person(child, TODAY)).isEqualTo("儿童A");
    assertThat(Masks.phone("13800005678")).isEqualTo("138****5678");
    assertThat(Masks.idNumber("11010519491231002X")).isEqualTo("****002X");
    assertThat(Masks.name("")).isEmpty();
  }

  @Test
  void theBirthdayIsAlsoKnownFromTheIdentityNumber() {
    var one =
        new Client(
            new FileNumber("J1-1"), Map.of(ClientField.ID_NUMBER, "11010520040511002X"), List.of());

    assertThat(one.isMinor(TODAY)).isTrue();
    assertThat(one.isMinor(TODAY.plusDays(1))).isFalse();
    assertThat(client("J1-2", "张三").isMinor(TODAY)).isFalse();
  }

  @Test
  void printedByMistakeTheyTellNothingPrivate() {
    var household = household("J1", TOWN, "张三", Map.of(), client("J1-1", "张小"));

    assertThat(household + " " + household.clients()).doesNotContain("张");
    assertThat(new RegisterChange(1, List.of(new RegisterEdit.Put(household))).toString())
        .doesNotContain("张");
  }
}

package org.lanshao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows of the house: who may know whom. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.lanshao");

  private static final List<String> CORE =
      List.of("form", "directory", "register", "reading", "message");

  /** Every room with the rooms that it may know. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("form", List.of()),
          Map.entry("directory", List.of("form")),
          Map.entry("register", List.of("form", "directory")),
          Map.entry("reading", List.of("form", "directory", "register")),
          Map.entry("message", List.of()),
          Map.entry("census", List.of("form", "directory", "register", "reading")),
          Map.entry("dialogue", CORE),
          Map.entry("drawing", List.of("form")),
          Map.entry("rehearsal", with(CORE, "dialogue")),
          Map.entry("record", List.of("form", "directory", "reading")),
          Map.entry("alert", CORE),
          Map.entry("notice", with(CORE, "alert")),
          Map.entry("campaign", with(CORE, "alert", "notice")),
          Map.entry("season", List.of("form", "directory", "notice", "campaign")),
          Map.entry("count", List.of("form", "directory", "reading", "record")),
          Map.entry(
              "turn",
              with(CORE, "dialogue", "record", "count", "alert", "notice", "campaign", "season")),
          Map.entry("people", with(CORE, "turn")),
          Map.entry("picture", List.of()),
          Map.entry("ledger", with(CORE, "dialogue", "record", "count", "turn")),
          Map.entry("command", with(CORE, "dialogue", "record", "count", "turn", "picture")),
          Map.entry(
              "desk",
              with(
                  CORE,
                  "census",
                  "dialogue",
                  "record",
                  "count",
                  "alert",
                  "notice",
                  "campaign",
                  "season",
                  "turn",
                  "people",
                  "picture",
                  "ledger",
                  "command")),
          Map.entry("rounds", List.of("turn")),
          Map.entry("timer", with(CORE, "season", "turn", "rounds", "desk")),
          Map.entry(
              "store",
              with(
                  CORE,
                  "dialogue",
                  "record",
                  "count",
                  "alert",
                  "notice",
                  "campaign",
                  "season",
                  "turn")),
          Map.entry("backup", List.of("turn", "store")),
          Map.entry("channel", List.of("message")),
          Map.entry("transport", with(CORE, "turn", "channel")),
          Map.entry("pace", with(CORE, "turn", "channel")),
          Map.entry("outbox", with(CORE, "turn", "rounds", "channel", "transport", "pace")),
          Map.entry("media", with(CORE, "turn", "rounds", "desk", "channel", "transport")),
          Map.entry("alarm", with(CORE, "turn", "backup", "channel", "transport")),
          Map.entry("publish", with(CORE, "turn", "desk", "alarm")),
          Map.entry(
              "web",
              with(CORE, "drawing", "turn", "desk", "publish", "channel", "transport", "outbox")));

  /** Every part of the desk with the parts that it may know; the desk itself may know all. */
  private static final Map<String, List<String>> DESK =
      Map.ofEntries(
          Map.entry("talk", List.of()),
          Map.entry("register", List.of("talk")),
          Map.entry("report", List.of("talk", "register")),
          Map.entry("notice", List.of("talk")),
          Map.entry("campaign", List.of("talk", "register", "notice")),
          Map.entry("day", List.of("talk")),
          Map.entry("matter", List.of("talk")),
          Map.entry("season", List.of("talk", "notice", "campaign", "matter")),
          Map.entry("filing", List.of("talk", "register", "day", "matter")),
          Map.entry("site", List.of("talk", "matter", "filing")),
          Map.entry("alert", List.of("talk", "notice", "matter", "filing")),
          Map.entry("people", List.of("talk", "matter")));

  private static final Set<String> PURE =
      Set.of(
          "form",
          "directory",
          "register",
          "reading",
          "message",
          "dialogue",
          "rehearsal",
          "drawing",
          "record",
          "count",
          "alert",
          "notice",
          "campaign",
          "season",
          "census");

  @TestFactory
  Stream<DynamicTest> aRoomKnowsOnlyTheRoomsAboveIt() {
    return ROOMS.entrySet().stream()
        .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> check(room)));
  }

  private static void check(Map.Entry<String, List<String>> room) {
    noClasses()
        .that(in(room.getKey()))
        .should()
        .dependOnClassesThat(inNoneOf(with(room.getValue(), room.getKey())))
        .check(HOUSE);
  }

  @TestFactory
  Stream<DynamicTest> aPartOfTheDeskKnowsOnlyThePartsAboveIt() {
    return DESK.entrySet().stream()
        .map(part -> DynamicTest.dynamicTest(part.getKey(), () -> checkPart(part)));
  }

  private static void checkPart(Map.Entry<String, List<String>> part) {
    var known = with(part.getValue(), part.getKey());
    noClasses()
        .that()
        .resideInAPackage("org.lanshao.desk." + part.getKey())
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are in a part of the desk other than " + known,
                type ->
                    type.getPackageName().startsWith("org.lanshao.desk")
                        && !known.contains(part(type))))
        .check(HOUSE);
  }

  @Test
  void everyPartOfTheDeskIsInThePlan() {
    var parts =
        HOUSE.stream()
            .filter(in("desk"))
            .map(ArchitectureTest::part)
            .filter(part -> !part.isEmpty())
            .distinct()
            .toList();
    assertThat(parts).hasSameElementsAs(DESK.keySet());
  }

  @Test
  void everyRoomIsInThePlan() {
    var rooms = HOUSE.stream().map(ArchitectureTest::room).distinct().sorted().toList();
    var planned = new ArrayList<>(ROOMS.keySet());
    planned.add("app");
    assertThat(rooms).hasSameElementsAs(planned);
  }

  @Test
  void theTourNamesEveryRoomBehindThoseThatItKnows() throws IOException {
    var named = named("src/main/java/org/lanshao/");
    assertThat(Set.copyOf(named)).isEqualTo(Set.copyOf(with(List.copyOf(ROOMS.keySet()), "app")));
    ROOMS.forEach((room, known) -> checkOrder(named, room, known));
  }

  @Test
  void theTourNamesEveryPartOfTheDeskBehindThoseThatItKnows() throws IOException {
    var named = named("src/main/java/org/lanshao/desk/");
    assertThat(Set.copyOf(named)).isEqualTo(DESK.keySet());
    DESK.forEach((part, known) -> checkOrder(named, part, known));
  }

  private static void checkOrder(List<String> named, String one, List<String> known) {
    assertThat(named.subList(0, named.indexOf(one))).as(one).containsAll(known);
  }

  /** The packages that the tour names in its row for a folder, in its order. */
  private static List<String> named(String folder) throws IOException {
    var row =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(line -> line.startsWith("| `" + folder + "` |"))
            .findFirst()
            .orElseThrow();
    return Pattern.compile("`(\\w+)`").matcher(row).results().map(name -> name.group(1)).toList();
  }

  @TestFactory
  Stream<DynamicTest> thePureCoreHasNoClockRandomnessInputOutputLoggerOrThread() {
    return PURE.stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () -> {
                      noClasses()
                          .that(in(room))
                          .should()
                          .dependOnClassesThat(impure())
                          .check(HOUSE);
                      noClasses()
                          .that(in(room))
                          .should()
                          .callMethodWhere(asksTheMachine())
                          .check(HOUSE);
                    }));
  }

  @Test
  void aPlatformKnowsNoOtherPlatform() {
    noClasses()
        .that()
        .resideInAPackage("org.lanshao.channel.wecom..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.lanshao.channel.sandbox..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("org.lanshao.channel.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.lanshao.channel.wecom..")
        .check(HOUSE);
  }

  @Test
  void onlyTheStoreSpeaksSql() {
    noClasses()
        .that(notIn("store"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..")
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
        .check(HOUSE);
    var marked = HOUSE.stream().filter(c -> c.getSimpleName().equals("package-info"));
    assertThat(marked.map(JavaClass::getPackageName))
        .containsAll(HOUSE.stream().map(JavaClass::getPackageName).distinct().toList());
  }

  private static DescribedPredicate<JavaClass> impure() {
    return DescribedPredicate.describe(
        "are impure",
        type -> {
          String name = type.getPackageName();
          return Set.of(
                      "java.io.File",
                      "java.io.FileInputStream",
                      "java.io.FileOutputStream",
                      "java.io.FileReader",
                      "java.io.FileWriter",
                      "java.io.PrintStream",
                      "java.io.RandomAccessFile",
                      "java.util.Date",
                      "java.util.Random",
                      "java.security.SecureRandom",
                      "java.time.Clock",
                      "java.lang.Thread")
                  .contains(type.getName())
              || name.startsWith("java.nio.file")
              || name.startsWith("java.net")
              || name.startsWith("java.sql")
              || name.startsWith("java.util.concurrent")
              || name.startsWith("java.util.random")
              || name.startsWith("org.slf4j")
              || name.startsWith("io.vertx")
              || name.startsWith("io.micrometer");
        });
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall>
      asksTheMachine() {
    return DescribedPredicate.describe(
        "ask the machine for time, chance or settings",
        call ->
            switch (call.getTargetOwner().getName()) {
              case "java.lang.System" ->
                  Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")
                      .contains(call.getName());
              case "java.lang.Math" -> call.getName().equals("random");
              case "java.util.UUID" -> call.getName().equals("randomUUID");
              default ->
                  call.getName().equals("now")
                      && call.getTargetOwner().getPackageName().equals("java.time");
            });
  }

  private static DescribedPredicate<JavaClass> in(String room) {
    return DescribedPredicate.describe("are in " + room, type -> room(type).equals(room));
  }

  private static DescribedPredicate<JavaClass> notIn(String room) {
    return DescribedPredicate.describe("are not in " + room, type -> !room(type).equals(room));
  }

  private static DescribedPredicate<JavaClass> inNoneOf(List<String> rooms) {
    return DescribedPredicate.describe(
        "are in a room other than " + rooms,
        type -> type.getPackageName().startsWith("org.lanshao") && !rooms.contains(room(type)));
  }

  /** {@code channel} for {@code org.lanshao.channel.wecom}. */
  private static String room(JavaClass type) {
    return type.getPackageName().substring("org.lanshao.".length()).split("\\.")[0];
  }

  /** {@code talk} for {@code org.lanshao.desk.talk}; empty for {@code org.lanshao.desk}. */
  private static String part(JavaClass type) {
    var names = type.getPackageName().split("\\.");
    return names.length > 3 ? names[3] : "";
  }

  private static List<String> with(List<String> rooms, String... more) {
    return Stream.concat(rooms.stream(), Stream.of(more)).toList();
  }
}

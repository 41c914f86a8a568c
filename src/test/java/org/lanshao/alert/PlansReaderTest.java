package org.lanshao.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Mistake;
import org.lanshao.form.Mistakes;

/** Every mistake in the plans of alerts is told with its line and what would be right. */
class PlansReaderTest {
  private static final String LAST =
      """
        - name: usual
          waves: [{after: 0m, people: [head]}]
      """;

  @Test
  void aTimeThatCannotBeIsTold() {
    var mistake = only("times: {call: soon}\nplans:\n" + LAST);

    holds(mistake, AlertCode.BAD_TIME, 1, "call 的值“soon”不对", "5m 或 5分钟");
  }

  @Test
  void aTimeOfNothingIsTold() {
    holds(only("plans:\n" + LAST + "    repeat: 0m\n"), AlertCode.BAD_TIME, 4, "repeat", "写时长");
  }

  @Test
  void peopleAndGroupsThatThereAreNotAreTold() {
    var people =
        only("plans:\n  - name: a\n    waves:\n      - {after: 0m, people: [head, mayor]}\n");
    holds(people, AlertCode.NO_SUCH_SLOT, 4, "没有 mayor 这种人", "city、county、duty、head、town");

    var groups =
        only(
            """
            plans:
              - name: a
                waves:
                  - {after: 0m, people: [head], groups: [village]}
            """);
    holds(groups, AlertCode.NO_SUCH_SLOT, 4, "没有 village 这一级的群", "city、county、town");
  }

  @Test
  void aKindThatThereIsNotIsTold() {
    var mistake =
        only(
            "plans:\n  - name: a\n    when: {kinds: [fyre]}\n"
                + "    waves: [{after: 0m, people: [head]}]\n"
                + LAST);

    holds(mistake, AlertCode.NO_SUCH_KIND, 3, "没有 fyre 这种险情", "danger.yaml 里的种类：fire、flooding");
  }

  @Test
  void anAreaThatThereIsNotOrTwiceIsTold() {
    for (String area : Set.of("无此镇", "太平镇")) {
      var mistake =
          only(
              "plans:\n  - name: a\n    when: {area: %s}\n".formatted(area)
                  + "    waves: [{after: 0m, people: [head]}]\n"
                  + LAST);
      holds(mistake, AlertCode.NO_SUCH_AREA, 3, "叫“" + area + "”的地方", "445381");
    }
  }

  @Test
  void aPlanThatTellsNobodyAtOnceIsTold() {
    var late = only("plans:\n  - name: a\n    waves: [{after: 5m, people: [head]}]\n");
    holds(late, AlertCode.NOBODY_AT_ONCE, 3, "没有马上通知的人", "{after: 0m, people: [head, duty]}");

    var nobody = only("plans:\n  - name: a\n    waves: [{after: 0m, groups: [town]}]\n");
    holds(nobody, AlertCode.NOBODY_AT_ONCE, 3, "没有马上通知的人", "{after: 0m, people: [head, duty]}");
  }

  @Test
  void wavesThatDoNotFollowEachOtherAreTold() {
    var mistake =
        only(
            """
            plans:
              - name: a
                waves:
                  - {after: 0m, people: [head]}
                  - {after: 9m, people: [town]}
                  - {after: 9m, people: [city]}
            """);

    holds(mistake, AlertCode.WAVE_ORDER, 6, "这一波不比上一波晚", "after 一波比一波长");
  }

  @Test
  void withoutAPlanForEverythingElseOrWithPlansBehindItThatIsTold() {
    var none =
        only(
            """
            plans:
              - name: a
                when: {people: 9}
                waves: [{after: 0m, people: [head]}]
            """);
    holds(none, AlertCode.LAST_PLAN, 1, "少了什么情况都管的预案", "最后一个预案不写 when");

    var behind = only("plans:\n" + LAST + LAST);
    holds(behind, AlertCode.LAST_PLAN, 2, "后面的都用不到", "放到最后");
  }

  @Test
  void allMistakesAreToldTogetherAndAKeyThatThereIsNotIsOne() {
    var mistakes =
        read(
            """
            times: {call: soon, cal: 5m}
            plans:
              - name: a
                waves: [{after: 0m, people: [mayor]}]
            """);

    assertThat(mistakes.sorted()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(mistakes.sorted().toString()).contains("cal", "mayor", "soon");
  }

  @Test
  void aPlanThatIsRightHasNoMistakes() {
    assertThat(read("plans:\n" + LAST).isEmpty()).isTrue();
  }

  @Test
  void remindersThatAreNoneOrAtOnceOrToTheStationAreTold() {
    for (String waves : Set.of("[{after: 0m}]", "[]")) {
      holds(
          only("plans:\n" + LAST + "notices:\n  urgent:\n    waves: %s\n".formatted(waves)),
          AlertCode.NO_REMINDER,
          6,
          "urgent 没有写过多久第一次提醒",
          "{after: 10m}");
    }
    holds(
        only("plans:\n" + LAST + "notices:\n  usual: {waves: [{after: 1h, people: [head]}]}\n"),
        AlertCode.NO_SUCH_SLOT,
        5,
        "没有 head 这种人",
        "city、county、town");
    holds(
        only(
            "plans:\n"
                + LAST
                + "notices:\n  usual:\n    waves: [{after: 2h}]\n    repeat: often\n"),
        AlertCode.BAD_TIME,
        7,
        "repeat 的值“often”不对",
        "写时长");
    assertThat(read("plans:\n" + LAST + "notices: {soon: {}}\n").sorted().toString())
        .contains("soon");
  }

  @Test
  void theBundledFileRemindsAsIsUsual() throws IOException {
    var mistakes = new Mistakes();
    var plans =
        PlansReader.read(
            "alerts.yaml",
            Files.readString(Path.of("config/alerts.yaml")),
            Set.of(),
            BundledDirectory.read(),
            mistakes);

    assertThat(mistakes.sorted()).isEmpty();
    assertThat(plans.chase()).isEqualTo(Chase.USUAL);
  }

  private static Mistake only(String text) {
    var mistakes = read(text).sorted();
    assertThat(mistakes).as(text).hasSize(1);
    return mistakes.getFirst();
  }

  private static Mistakes read(String text) {
    var mistakes = new Mistakes();
    PlansReader.read(
        "alerts.yaml", text, Set.of("fire", "flooding"), BundledDirectory.read(), mistakes);
    return mistakes;
  }

  private static void holds(
      Mistake mistake, AlertCode code, int line, String problem, String remedy) {
    assertThat(mistake.code()).isEqualTo(code);
    assertThat(mistake.file()).isEqualTo("alerts.yaml");
    assertThat(mistake.line()).isEqualTo(line);
    assertThat(mistake.problem()).contains(problem);
    assertThat(mistake.remedy()).contains(remedy);
  }
}

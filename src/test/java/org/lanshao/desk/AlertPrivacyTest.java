package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lanshao.directory.Area;
import org.lanshao.directory.BundledDirectory;

/** No word that anybody wrote reaches a group: only number, kinds, town and head-count do. */
class AlertPrivacyTest {
  private static final String TOWNS =
      BundledDirectory.read().areas().stream()
          .filter(area -> area.kind() == Area.Kind.TOWN)
          .map(BundledDirectory.read()::fullName)
          .distinct()
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));
  private static final String KIND = "(?:火灾|水浸|山洪/滑坡|房屋倒塌|溺水|失踪/走失|交通事故|突发疾病|死亡|其他)";
  private static final Pattern ALLOWED =
      Pattern.compile(
          "(?:【演练】)?(?:【疑似】|【未核实】)?E\\d+ (?:紧急情况|"
              + KIND
              + "(?:、"
              + KIND
              + ")*(?: (?:"
              + TOWNS
              + "))?(?: \\d{1,7}人)?)，已通知值班人员"
              + "|(?:【疑似】)?E\\d+ (?:已有人接手|是误报，已解除)");

  @Property(tries = 150)
  void whateverIsWrittenGroupsSeeOnlyWhatIsRecognised(
      @ForAll("words") List<String> words, @ForAll("starts") String start) {
    var scene = new AlertScene();
    scene.say(AlertScene.WORKER, start + words.get(0));
    scene.wait(Duration.ofMinutes(2));
    words.stream().skip(1).limit(3).forEach(said -> scene.say(AlertScene.WORKER, said));
    scene.say(AlertScene.HEAD, "接手 E1");
    scene.say(AlertScene.HEAD, "续报 E1 " + words.get(1));
    scene.say(AlertScene.WORKER, "误报 E1 " + words.get(2));
    scene.sayInGroup(AlertScene.WORKER, start + words.get(3));
    scene.wait(Duration.ofMinutes(16));

    assertThat(scene.toGroups()).isNotEmpty().allSatisfy(said -> assertThat(said).matches(ALLOWED));
  }

  @Provide
  Arbitrary<String> starts() {
    return Arbitraries.of("紧急 ", "救命", "报警：", "着火了 ", "突发");
  }

  @Provide
  Arbitrary<List<String>> words() {
    var pieces =
        Arbitraries.of(
            "石巷村",
            "张三",
            "13912345678",
            "445322199001011234",
            "着火",
            "溺水",
            "小孩被打",
            "跳楼",
            "3个人",
            "两个细路",
            "唔见咗",
            "太平镇",
            "连滩镇",
            "阿婆",
            "（",
            "E9",
            "已通知值班人员",
            "\n",
            " ",
            "{number}");
    return pieces
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(all -> String.join("", all))
        .list()
        .ofSize(4);
  }
}

package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.directory.Change;
import org.lanshao.directory.Edit;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.turn.NewChange;
import org.lanshao.turn.Unavailable;

/** {@code lanshao import}: only rows that were changed in the files since they were last read. */
class ImportCommandTest {
  private static final Path BUNDLED = Path.of("config", "directory");
  private static final PersonId CHEN = new PersonId("p01");

  private final Path dir;
  private final Operator operator;

  ImportCommandTest(@TempDir Path dir) {
    this.dir = dir;
    this.operator = new Operator(dir);
  }

  @BeforeEach
  void theFilesWereTakenIn() throws IOException {
    var directory = Files.createDirectories(dir.resolve("directory"));
    for (var file : List.of("areas.csv", "people.csv", "groups.csv")) {
      Files.copy(BUNDLED.resolve(file), directory.resolve(file));
    }
    operator.settings(
        """
        data: {dir: "%s", key: "%s"}
        directory: "%s"
        """
            .formatted(dir, Operator.KEY, directory));
    assertThat(told("--yes")).contains("加人 p01", "已并入");
  }

  /** What the command says. */
  private String told(String... arguments) {
    operator.forget();
    var words = new ArrayList<>(List.of("import"));
    words.addAll(List.of(arguments));
    assertThat(operator.run(words.toArray(String[]::new))).as(operator.out()).isZero();
    return operator.out();
  }

  private void replace(String row, String by) throws IOException {
    var people = dir.resolve("directory").resolve("people.csv");
    var text = Files.readString(people);
    assertThat(text).contains(row);
    Files.writeString(people, text.replace(row, by));
  }

  @Test
  void filesThatNobodyChangedAskForNothing() {
    assertThat(told()).isEqualTo("文件没有改过，没有要并入的。\n");
  }

  @Test
  void aChangedRowIsToldAndTakenInOnceThatIsWanted() throws IOException {
    replace("p01,陈小雨", "p01,陈大雨");
    assertThat(told()).isEqualTo("改人 p01\n会变 1 处。看过了就加 --yes 并入。\n");
    assertThat(told("--yes")).contains("已并入 1 处");
    assertThat(told()).contains("没有改过");

    replace("p01,陈大雨", "p01,陈小雨");
    assertThat(told()).isEqualTo("改人 p01\n会变 1 处。看过了就加 --yes 并入。\n");
  }

  @Test
  void whoseRowIsGoneHasLeft() throws IOException {
    replace("p01,陈小雨,worker,445381101,ChenXiaoyu,", "p91,吴小雨,worker,445381101,WuXiaoyu,");
    assertThat(told()).contains("离职 p01", "加人 p91", "会变 2 处");
  }

  @Test
  void whoGetsAnotherIdButKeepsTheAccountIsNotTakenIn() throws IOException {
    replace("p01,陈小雨", "p91,陈小雨");
    operator.forget();
    assertThat(operator.run("import", "--yes")).isOne();
    assertThat(operator.out()).contains("同一个人请沿用原来的编号", "没有并入");
    replace("p91,陈小雨", "p01,陈小雨");
    assertThat(told()).contains("没有改过");
  }

  @Test
  void whatWasChangedByChatIsNotChangedBackByFilesThatStayed() throws Exception {
    leaves(CHEN);
    assertThat(told()).contains("没有改过");

    replace("p01,陈小雨", "p01,陈大雨");
    assertThat(told()).contains("改人 p01（聊天里改过，会被文件盖过）", "会变 1 处");
  }

  private void leaves(PersonId id) throws Unavailable {
    var clock = Clock.fixed(Operator.NOW, ZoneOffset.UTC);
    try (var store = operator.open()) {
      var now = new KeptDirectory(store, clock).current();
      var person = now.person(id).orElseThrow();
      var left = List.<Edit>of(new Edit.PutPerson(person.left(true), Optional.of(person)));
      var change = new Change(now.version() + 1, clock.instant(), left);
      var row =
          new NewChange(
              change, Proposal.Kind.LEAVE, Optional.empty(), id.text(), "", Optional.empty());
      assertThat(store.change(row)).isTrue();
    }
  }
}

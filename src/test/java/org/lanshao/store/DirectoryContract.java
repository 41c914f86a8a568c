package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.TestDatabase.NOW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Change;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.directory.RandomEdits;
import org.lanshao.directory.Role;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.EditJson;
import org.lanshao.turn.NewChange;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** The directory: rows that are only ever added, and that every node folds to the same. */
interface DirectoryContract extends PrivacyContract {
  Directory EMPTY = new Directory(List.of(), List.of(), List.of());
  Person CHEN =
      new Person(
          new PersonId("n1"),
          "陈小雨",
          Role.WORKER,
          new AreaCode("445322115"),
          Map.of("wecom", "ChenXiaoyu"),
          "13800000000",
          "zh");
  Edit REGISTERED = new Edit.PutPerson(CHEN, Optional.empty());

  @Test
  default void aChangeIsCommittedWithItsTurnAndReadByEveryNode() throws Unavailable {
    var other = database().open();

    assertThat(commit(changing("chen", "m1", 1))).isEqualTo(new Committed.Done());

    assertThat(other.directory(0)).containsExactly(new Change(1, NOW, List.of(REGISTERED)));
    assertThat(other.directory(1)).isEmpty();
  }

  @Test
  default void aTurnThatChangesAnOldDirectoryIsOvertakenAndWritesNothing() throws Unavailable {
    commit(changing("chen", "m1", 1));

    assertThat(commit(changing("lin", "m2", 1))).isEqualTo(new Committed.Overtaken());

    assertThat(store().standing(Samples.conversation("lin"))).isEmpty();
    assertThat(commit(changing("lin", "m2", 2))).isEqualTo(new Committed.Done());
  }

  @Test
  default void ofManyAtOnceOneMakesEachVersion() throws Exception {
    var other = database().open();

    var outcomes =
        TurnContract.atOnce(
            8,
            i ->
                Promised.kept(
                    (i % 2 == 0 ? store() : other).commit(changing("p" + i, "m" + i, 1))));

    assertThat(outcomes).filteredOn(done -> done instanceof Committed.Done).hasSize(1);
    assertThat(store().directory(0)).hasSize(1);
  }

  @Test
  default void aSnapshotStandsForAllBeforeIt() throws Unavailable {
    store().change(change(1, List.of(REGISTERED), Optional.empty()));
    store().change(change(2, List.of(), Optional.of(List.of(REGISTERED))));
    store().change(change(3, List.of(new Edit.DropPerson(CHEN.id())), Optional.empty()));

    assertThat(store().directory(0)).extracting(Change::version).containsExactly(2L, 3L);
    assertThat(store().directory(1)).extracting(Change::version).containsExactly(2L, 3L);
    assertThat(store().change(change(3, List.of(), Optional.empty()))).isFalse();
  }

  @Test
  default void whatFilesBroughtIsReadBackAlone() throws Unavailable {
    store().change(of(1, Proposal.Kind.IMPORT, List.of(REGISTERED), Optional.empty()));
    store().change(change(2, List.of(new Edit.DropPerson(CHEN.id())), Optional.empty()));

    assertThat(store().imported()).containsExactly(new Change(1, NOW, List.of(REGISTERED)));
  }

  @Test
  default void namesNumbersAccountsAndSecretsOfTheDirectoryAreNotReadable() throws Exception {
    var secret = "https://example.invalid/send?key=geheim-4711";
    var group = new Group(new GroupId("x1"), "连滩工作群", CHEN.area(), "wecom", secret, "");
    store()
        .change(
            change(
                1,
                List.of(REGISTERED, new Edit.PutGroup(group)),
                Optional.of(List.of(REGISTERED))));

    for (String text : List.of("陈小雨", "13800000000", "ChenXiaoyu", "geheim-4711", "连滩工作群")) {
      assertThat(holds(text)).as(text).isFalse();
    }
  }

  /** Whatever is changed in whatever order, with snapshots here and there. */
  @Test
  default void anySequenceOfChangesFoldsToTheSameAsInMemory() throws Unavailable {
    var random = new Random(20_221_126);
    Directory memory = EMPTY;
    for (int version = 1; version <= 300; version++) {
      var edits = RandomEdits.next(random, memory, NOW.plusSeconds(version * 3600L));
      var change = new Change(version, NOW.plusSeconds(version * 3600L), edits);
      memory = memory.after(change);
      boolean whole = random.nextInt(40) == 0;
      var snapshot = whole ? Optional.of(memory.edits()) : Optional.<List<Edit>>empty();
      store().change(new NewChange(change, Proposal.Kind.MOVE, Optional.empty(), "", "", snapshot));
      if (random.nextInt(30) == 0) {
        assertThat(fold(database().open().directory(0)).edits()).isEqualTo(memory.edits());
      }
    }

    var folded = fold(store().directory(0));

    assertThat(EditJson.read(EditJson.write(memory.edits()))).isEqualTo(memory.edits());
    assertThat(folded.edits()).isEqualTo(memory.edits());
    assertThat(folded.version()).isEqualTo(300);
  }

  private static Directory fold(List<Change> changes) {
    var directory = EMPTY;
    for (Change change : changes) {
      directory = directory.after(change);
    }
    return directory;
  }

  private static Changes changing(String account, String messageId, long version) {
    return Changes.of(Samples.turn(account, 1, messageId))
        .directory(change(version, List.of(REGISTERED), Optional.empty()))
        .build();
  }

  private static NewChange change(long version, List<Edit> edits, Optional<List<Edit>> snapshot) {
    return of(version, Proposal.Kind.REGISTER, edits, snapshot);
  }

  private static NewChange of(
      long version, Proposal.Kind kind, List<Edit> edits, Optional<List<Edit>> snapshot) {
    return new NewChange(
        new Change(version, NOW, edits),
        kind,
        Optional.of(new PersonId("p11")),
        "n1",
        "sandbox/p11",
        snapshot);
  }
}

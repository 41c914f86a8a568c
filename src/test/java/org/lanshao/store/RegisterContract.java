package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.DAY;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.TestAreas.TAIPING;
import static org.lanshao.store.TestDatabase.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** The register: rows that are only ever added, and that every node folds to the same. */
interface RegisterContract extends PrivacyContract {
  FormId VISIT = new FormId("visit");

  @Test
  default void aChangeOfTheRegisterIsCommittedWithItsTurnAndReadByEveryNode() throws Unavailable {
    var other = database().open();
    var edits = List.of(put("J1", "张三"), put("J2", "李四"));

    assertThat(commit(changing("chen", 1, edits))).isEqualTo(new Committed.Done());

    assertThat(other.register().since(0)).contains(new RegisterChange(1, edits));
    assertThat(other.register().since(1)).isEmpty();
    assertThat(store().register().history(new FileNumber("J1")))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.edit()).isEqualTo(edits.getFirst());
              assertThat(kept.by()).contains(new PersonId("chen"));
              assertThat(kept.at()).isEqualTo(NOW);
            });
    assertThat(store().register().history(new FileNumber("J9"))).isEmpty();
  }

  @Test
  default void aTurnThatChangesAnOldRegisterIsOvertakenAndWritesNothing() throws Unavailable {
    commit(changing("chen", 1, List.of(put("J1", "张三"))));

    assertThat(commit(changing("lin", 1, List.of(put("J1", "李四")))))
        .isEqualTo(new Committed.Overtaken());

    assertThat(store().standing(Samples.conversation("lin"))).isEmpty();
    assertThat(store().register().history(new FileNumber("J1"))).hasSize(1);
    assertThat(commit(changing("lin", 2, List.of(put("J1", "李四")))))
        .isEqualTo(new Committed.Done());
    assertThat(store().register().since(1))
        .contains(new RegisterChange(2, List.of(put("J1", "李四"))));
  }

  @Test
  default void ofManyTurnsAtOnceOneMakesEachVersionOfTheRegister() throws Exception {
    var other = database().open();

    var outcomes =
        TurnContract.atOnce(
            8,
            i ->
                Promised.kept(
                    (i % 2 == 0 ? store() : other)
                        .commit(changing("p" + i, 1, List.of(put("J1", "户" + i))))));

    assertThat(outcomes).filteredOn(done -> done instanceof Committed.Done).hasSize(1);
    assertThat(store().register().history(new FileNumber("J1"))).hasSize(1);
  }

  @Test
  default void whatIsLaidOutIsSeenByNobodyUntilItIsTakenIn() throws Unavailable {
    var batch = batch(1);
    store().registerImport().layOut(batch, List.of(put("J1", "张三"), put("J2", "李四")));
    store().registerImport().layOut(batch, List.of(put("J3", "王五")));
    assertThat(store().register().since(0)).isEmpty();
    assertThat(store().register().history(new FileNumber("J1"))).isEmpty();

    assertThat(store().registerImport().takeIn(importing(1, batch), 3)).isTrue();

    assertThat(store().register().since(0))
        .contains(
            new RegisterChange(1, List.of(put("J1", "张三"), put("J2", "李四"), put("J3", "王五"))));
  }

  @Test
  default void aLedgerDoesNotOverwriteWhatWasChangedMeanwhile() throws Unavailable {
    commit(changing("chen", 1, List.of(put("J1", "张三"), put("J2", "李四"))));
    var batch = batch(1);
    store().registerImport().layOut(batch, List.of(put("J1", "张叁")));
    commit(changing("lin", 2, List.of(put("J1", "张大"))));

    assertThat(store().registerImport().takeIn(importing(2, batch), 1)).isFalse();

    var later = batch(2);
    store().registerImport().layOut(later, List.of(put("J2", "李肆")));
    commit(changing("wang", 3, List.of(put("J1", "张小"))));
    assertThat(store().registerImport().takeIn(importing(3, later), 1)).isTrue();
    assertThat(store().register().since(3))
        .contains(new RegisterChange(4, List.of(put("J2", "李肆"))));
  }

  @Test
  default void whatIsNotAllThereIsNotTakenIn() throws Unavailable {
    var batch = batch(1);
    store().registerImport().layOut(batch, List.of(put("J1", "张三")));

    assertThat(store().registerImport().takeIn(importing(1, batch), 2)).isFalse();
    assertThat(store().register().since(0)).isEmpty();
  }

  @Test
  default void whatWasLeftLyingIsClearedAwayAndNothingElse() throws Unavailable {
    var taken = batch(1);
    var left = batch(2);
    var fresh = batch(3);
    store().registerImport().layOut(taken, List.of(put("J1", "张三")));
    store().registerImport().takeIn(importing(1, taken), 1);
    store().registerImport().layOut(left, List.of(put("J2", "李四")));
    store().registerImport().layOut(fresh, List.of(put("J3", "王五")));

    store().registerImport().clearAway(NOW.plusSeconds(3));

    assertThat(store().registerImport().takeIn(importing(2, left), 1)).isFalse();
    assertThat(store().registerImport().takeIn(importing(2, fresh), 1)).isTrue();
    assertThat(store().register().since(0).orElseThrow().edits()).hasSize(2);
  }

  @Test
  default void whoWasMetFollowsTheRecordsAsTheyStand() throws Unavailable {
    var first = visiting("J1", Samples.DAY);
    var second = visiting("J2", Samples.DAY.plusDays(1));
    commit(Samples.filing("chen", 1, new Changes.Filing(first, List.of())));
    commit(Samples.filing("chen", 2, new Changes.Filing(second, List.of())));
    var days = new DayRange(DAY, DAY.plusDays(1));
    assertThat(store().register().met(VISIT, days))
        .containsExactlyInAnyOrder(new FileNumber("J1"), new FileNumber("J2"));
    assertThat(store().register().met(VISIT, new DayRange(DAY, DAY)))
        .containsExactly(new FileNumber("J1"));
    assertThat(store().register().met(new FormId("other"), days)).isEmpty();
    var making = new Revision.Making(new PersonId("chen"), NOW, "");

    var corrected = Revision.first(first).corrected(first.area(), about("J3"), making);
    commit(Samples.filing("chen", 3, new Changes.Filing(corrected, List.of(), List.of())));
    var withdrawn = Revision.first(second).withdrawn(making);
    commit(Samples.filing("chen", 4, new Changes.Filing(withdrawn, List.of(), List.of())));

    assertThat(store().register().lastMet(VISIT, DAY.plusDays(1)))
        .isEqualTo(Map.of(new FileNumber("J3"), Samples.DAY));
  }

  @Test
  default void theLastVisitIsTheOneUntilADayAndBelongsToWhoMadeIt() throws Unavailable {
    var first = visiting("J1", Samples.DAY);
    var second = visiting("J1", Samples.DAY.plusDays(3));
    var other = visiting("J2", Samples.DAY.plusDays(2));
    commit(Samples.filing("chen", 1, new Changes.Filing(first, List.of())));
    commit(Samples.filing("chen", 2, new Changes.Filing(second, List.of())));
    commit(Samples.filing("chen", 3, new Changes.Filing(other, List.of())));

    assertThat(store().register().lastMet(VISIT, DAY.plusDays(2)))
        .isEqualTo(
            Map.of(
                new FileNumber("J1"), Samples.DAY, new FileNumber("J2"), Samples.DAY.plusDays(2)));
    assertThat(store().register().lastMet(VISIT, DAY.plusDays(3)))
        .containsEntry(new FileNumber("J1"), Samples.DAY.plusDays(3));
    assertThat(store().register().metBy(VISIT, first.person()))
        .containsExactlyInAnyOrder(new FileNumber("J1"), new FileNumber("J2"));
    assertThat(store().register().metBy(VISIT, new PersonId("nobody"))).isEmpty();
    assertThat(store().register().metBy(new FormId("other"), first.person())).isEmpty();
  }

  @Test
  default void whatChangedInATimeIsToldWithAllThatWasBeforeIt() throws Unavailable {
    commit(changing("chen", 1, List.of(put("J1", "张三"))));
    commit(changing("lin", 2, List.of(put("J1", "张三丰"), put("J2", "李四"))));

    var changed = store().register().changed(NOW, NOW.plusMillis(1));

    assertThat(changed).containsOnlyKeys(new FileNumber("J1"), new FileNumber("J2"));
    assertThat(changed.get(new FileNumber("J1")))
        .isEqualTo(store().register().history(new FileNumber("J1")));
    assertThat(store().register().changed(NOW.plusMillis(1), NOW.plusSeconds(9))).isEmpty();
    assertThat(store().register().changed(NOW.minusSeconds(9), NOW)).isEmpty();
  }

  @Test
  default void nothingOnFileStandsInTheDatabaseInClear() throws Exception {
    var client =
        new Client(
            new FileNumber("J1-1"),
            Map.of(ClientField.NAME, "陈阿婆", ClientField.ID_NUMBER, "11010519491231002X"),
            List.of(new Tag("dibao", Optional.of(DAY), Optional.empty(), "某台账", "智力残疾二级")));
    var household =
        ((RegisterEdit.Put) put("J1", "张老三"))
            .household()
            .with(HouseholdField.PHONE, "13800004711")
            .with(List.of(client));
    commit(changing("chen", 1, List.of(new RegisterEdit.Put(household))));

    for (String text : List.of("陈阿婆", "11010519491231002X", "张老三", "13800004711", "智力残疾", "某台账")) {
      assertThat(holds(text)).as(text).isFalse();
    }
    assertThat(store().register().since(0).orElseThrow().edits())
        .containsExactly(new RegisterEdit.Put(household));
  }

  /** Whatever is changed in whatever order, in turns and in ledgers. */
  @Test
  default void anySequenceOfEditsFoldsToTheSameAsInMemory() throws Unavailable {
    var random = new Random(20_221_127);
    var memory = Register.EMPTY;
    for (int version = 1; version <= 120; version++) {
      var edits = edits(random);
      memory = memory.after(new RegisterChange(version, edits));
      if (random.nextInt(4) == 0) {
        var batch = batch(version);
        store().registerImport().layOut(batch, edits);
        assertThat(store().registerImport().takeIn(importing(version, batch), edits.size()))
            .isTrue();
      } else {
        assertThat(commit(changing("p" + version, version, edits))).isEqualTo(new Committed.Done());
      }
    }

    var read = Register.EMPTY.after(database().open().register().since(0).orElseThrow());

    assertThat(read.version()).isEqualTo(120);
    assertThat(List.copyOf(read.households())).hasSameElementsAs(memory.households());
    for (int number = 0; number < 12; number++) {
      var file = new FileNumber("J" + number);
      assertThat(read.household(file)).isEqualTo(memory.household(file));
    }
  }

  private static List<RegisterEdit> edits(Random random) {
    var edits = new ArrayList<RegisterEdit>();
    int first = random.nextInt(12);
    for (int i = first; i <= Math.min(11, first + random.nextInt(3)); i++) {
      edits.add(
          random.nextInt(6) == 0
              ? new RegisterEdit.Merge(new FileNumber("J" + i), new FileNumber("J99"))
              : put("J" + i, "户" + random.nextInt(5)));
    }
    return edits;
  }

  private static RegisterEdit put(String number, String head) {
    return new RegisterEdit.Put(
        new Household(
            new FileNumber(number),
            Map.of(HouseholdField.AREA, TAIPING.text(), HouseholdField.HEAD, head),
            List.of()));
  }

  private static Submission visiting(String number, java.time.LocalDate day) {
    return submission("chen", TAIPING, day).with(TAIPING, about(number));
  }

  private static Answers about(String number) {
    return new Answers(
        Map.of(
            new QuestionId("household"),
            new Value.Household(Optional.empty(), "张三", Optional.of(number))));
  }

  /** The id of a batch of that many seconds after {@code NOW}. */
  private static UUID batch(int seconds) {
    Instant at = NOW.plusSeconds(seconds);
    return new UUID((at.toEpochMilli() << 16) | 0x7000, Samples.id().getLeastSignificantBits());
  }

  private static NewRegisterChange importing(long version, UUID batch) {
    return new NewRegisterChange(
        new RegisterChange(version, List.of()),
        batch,
        NewRegisterChange.Kind.IMPORT,
        Optional.empty(),
        "",
        NOW);
  }

  /** A turn of somebody who says something for the first time, which changes the register. */
  static Changes changing(String account, long version, List<RegisterEdit> edits) {
    var change =
        new NewRegisterChange(
            new RegisterChange(version, edits),
            Samples.id(),
            NewRegisterChange.Kind.CHANGE,
            Optional.of(new PersonId(account)),
            Samples.conversation(account).key(),
            NOW);
    var plain = Samples.plain(account, 1, account + "-" + version);
    return Changes.of(plain.turn())
        .alerts(plain.alerts())
        .notices(plain.notices())
        .register(change)
        .build();
  }
}

package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.TestAreas.LUODING;
import static org.lanshao.store.TestAreas.XINXING;
import static org.lanshao.store.TestDatabase.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanshao.alert.By;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Campaign.Cause;
import org.lanshao.campaign.Listed;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Notes;
import org.lanshao.register.FileNumber;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Campaigns: written with a turn, gone on with by one. */
interface CampaignContract extends OnDatabase {
  By NOBODY_SAID = new By(Optional.empty(), "warning:/cap", NOW);
  PersonId JIANG_HERSELF = new PersonId("jiang");

  @Test
  default void aCampaignComesBackAsItWas() throws Unavailable {
    var draft = draft("A1", NOW.minusSeconds(60));
    assertThat(lead("jiang", 1, draft)).isEqualTo(new Committed.Done());
    assertThat(store().campaigns().asked(JIANG_HERSELF)).contains(draft);
    assertThat(store().campaigns().begun()).isEmpty();
    assertThat(store().campaigns().open(NOW)).isEmpty();

    var begun = draft.agreed(Notes.by("jiang", NOW));
    var joined =
        new Campaign(
            "A1",
            "龙舟水",
            Set.of(LUODING, XINXING),
            begun.start(),
            Optional.of(NOW.plusSeconds(60)),
            Campaign.Stage.ENDING,
            true,
            List.of(new Cause("N1", Optional.of(NOW)), new Cause("N2", Optional.empty())),
            3,
            NOBODY_SAID);
    lead("jiang", 2, begun);
    assertThat(store().campaigns().campaign("A1")).contains(begun);
    lead("jiang", 3, joined);

    assertThat(store().campaigns().campaign("A1")).contains(joined);
    assertThat(store().campaigns().begun()).containsExactly(joined);
    assertThat(store().campaigns().asked(JIANG_HERSELF)).isEmpty();
    assertThat(store().campaigns().campaign("A2")).isEmpty();
  }

  @Test
  default void oneHoldsFromItsStartToItsEnd() throws Unavailable {
    var first = begun("A1", NOW, Optional.empty());
    var second = begun("A2", NOW.minusSeconds(60), Optional.of(NOW.plusSeconds(60)));
    var third = begun("A3", NOW.plusSeconds(30), Optional.empty());
    lead("jiang", 1, first);
    lead("jiang", 2, second);
    lead("jiang", 3, third);

    assertThat(store().campaigns().open(NOW)).containsExactly(second, first);
    assertThat(store().campaigns().open(NOW.plusSeconds(60))).containsExactly(first, third);
    assertThat(store().campaigns().open(NOW.minus(Duration.ofHours(1)))).isEmpty();
    assertThat(store().campaigns().begun()).containsExactly(third, first, second);
  }

  @Test
  default void onlyTheLastThingSomebodyWasShownIsAsked() throws Unavailable {
    lead("jiang", 1, draft("A1", NOW));
    var later =
        Campaign.draft(
            "A2",
            "防溺水",
            Set.of(LUODING),
            NOW,
            Optional.empty(),
            Notes.by("jiang", NOW.plusSeconds(9)));
    lead("jiang", 2, later);

    assertThat(store().campaigns().asked(JIANG_HERSELF)).contains(later);
    assertThat(store().campaigns().asked(new PersonId("lin"))).isEmpty();

    lead("jiang", 3, later.refused(Notes.by("jiang", NOW.plusSeconds(20))));
    assertThat(store().campaigns().asked(JIANG_HERSELF).map(Campaign::number)).contains("A1");
    assertThat(store().campaigns().begun()).isEmpty();
  }

  @Test
  default void theLaterOfTwoThatGoOnFromTheSameVersionIsTurnedAwayWhole() throws Unavailable {
    var first = begun("A1", NOW, Optional.empty());
    var other = begun("A2", NOW, Optional.empty());
    lead("jiang", 1, first);
    lead("jiang", 2, first.ending(Notes.by("jiang", NOW)));

    assertThat(lead("lin", 1, other, first.ending(Notes.by("lin", NOW))))
        .isEqualTo(new Committed.Overtaken());

    assertThat(store().campaigns().campaign("A2")).isEmpty();
    assertThat(store().campaigns().campaign("A1").orElseThrow().by().person())
        .contains(JIANG_HERSELF);
    assertThat(store().standing(Samples.conversation("lin"))).isEmpty();
    assertThat(lead("lin", 1, other)).isEqualTo(new Committed.Done());
  }

  @Test
  default void ofTwoTurnsOnTwoNodesThatBeginKnowingTheSameCampaignsOneDoes() throws Exception {
    var other = database().open();
    for (int round = 1; round <= 20; round++) {
      int nth = round;
      long knew = store().campaigns().beginnings();
      var written =
          TurnContract.atOnce(
              2,
              node -> {
                var account = "worker" + node + "-" + nth;
                var campaign = begun("A" + (2 * nth + node), NOW, Optional.empty());
                return Promised.kept(
                    (node == 0 ? store() : other).commit(beginning(account, campaign, knew)));
              });

      assertThat(written)
          .containsExactlyInAnyOrder(new Committed.Done(), new Committed.Overtaken());
      assertThat(store().campaigns().beginnings()).isEqualTo(nth);
      assertThat(store().campaigns().begun()).hasSize(nth);
    }
  }

  private static Changes beginning(String account, Campaign campaign, long knew) {
    return Changes.of(Samples.turn(account, 1, account + "-1"))
        .campaigns(CampaignChanges.of(List.of(campaign)).beginning(knew))
        .build();
  }

  @Test
  default void aHouseholdIsOnAListOnce() throws Unavailable {
    var first = new Listed("A1", new FileNumber("J2"), false, NOW);
    var other = new Listed("A1", new FileNumber("J1"), true, NOW.plusSeconds(9));
    list("jiang", 1, first, new Listed("A2", new FileNumber("J2"), false, NOW));
    list("jiang", 2, other, new Listed("A1", new FileNumber("J2"), true, NOW.plusSeconds(9)));

    assertThat(store().campaigns().listed("A1")).containsExactly(other, first);
    assertThat(store().campaigns().listed("A2")).hasSize(1);
    assertThat(store().campaigns().listed("A3")).isEmpty();
  }

  private void list(String account, long seq, Listed... listed) throws Unavailable {
    commit(
        Changes.of(Samples.turn(account, seq, account + "-" + seq))
            .campaigns(CampaignChanges.NONE.with(List.of(listed)))
            .build());
  }

  private static Campaign draft(String number, Instant start) {
    return Campaign.draft(
        number, "龙舟水", Set.of(LUODING), start, Optional.empty(), Notes.by("jiang", NOW));
  }

  private static Campaign begun(String number, Instant start, Optional<Instant> end) {
    return new Campaign(
        number,
        "暴雨",
        Set.of(LUODING),
        start,
        end,
        Campaign.Stage.BEGUN,
        false,
        List.of(new Cause("N1", Optional.empty())),
        1,
        NOBODY_SAID);
  }

  private Committed lead(String account, long seq, Campaign... versions) throws Unavailable {
    return commit(
        Changes.of(Samples.turn(account, seq, account + "-" + seq))
            .campaigns(CampaignChanges.of(List.of(versions)))
            .build());
  }
}

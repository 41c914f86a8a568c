package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Tokens.Kept;
import org.lanshao.turn.Unavailable;

/** Access tokens: one for all nodes, fetched by one. */
interface TokenContract extends OnDatabase {
  @Test
  default void aTokenIsReadAsItWasKept() throws Unavailable {
    var first = new Kept("TOKEN-1", Instant.parse("2022-05-10T04:00:00Z"));
    var second = new Kept("TOKEN-2", Instant.parse("2022-05-10T06:00:00Z"));
    assertThat(store().tokens().token("wecom/a/1")).isEmpty();

    store().tokens().keepToken("wecom/a/1", first);
    assertThat(store().tokens().token("wecom/a/1")).contains(first);
    assertThat(store().tokens().token("wecom/a/2")).isEmpty();

    store().tokens().keepToken("wecom/a/1", second);
    assertThat(store().tokens().token("wecom/a/1")).contains(second);
  }

  @Test
  default void whatEndedLongAgoIsForgottenUnlessSomebodyFetchesItAnew() throws Unavailable {
    var old = new Kept("ID-1", TestDatabase.NOW.minus(Duration.ofDays(2)));
    var fresh = new Kept("ID-2", TestDatabase.NOW.minus(Duration.ofHours(2)));
    store().tokens().keepToken("upload/old", old);
    store().tokens().keepToken("upload/fetched", old);
    assertThat(store().tokens().reserveToken("upload/fetched", Duration.ofMinutes(1))).isTrue();
    store().tokens().keepToken("upload/fresh", fresh);

    assertThat(store().tokens().token("upload/old")).isEmpty();
    assertThat(store().tokens().token("upload/fetched")).isPresent();
    assertThat(store().tokens().token("upload/fresh")).contains(fresh);
  }

  @Test
  default void oneOfManyMayFetchAToken() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var reserved = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 20; i++) {
        reserved.add(
            threads.submit(
                () -> store().tokens().reserveToken("wecom/a/1", Duration.ofMinutes(1))));
      }
      int count = 0;
      for (var future : reserved) {
        count += future.get() ? 1 : 0;
      }
      assertThat(count).isEqualTo(1);
    }
    assertThat(store().tokens().token("wecom/a/1")).isEmpty();
    assertThat(store().tokens().reserveToken("wecom/a/2", Duration.ofMinutes(1))).isTrue();
  }

  @Test
  default void theRightToFetchEndsWithATokenWithoutOneAndByTime() throws Unavailable {
    var lease = Duration.ofMinutes(1);
    assertThat(store().tokens().reserveToken("t", lease)).isTrue();
    assertThat(store().tokens().reserveToken("t", lease)).isFalse();

    store().tokens().keepToken("t", new Kept("TOKEN-1", Instant.parse("2022-05-10T04:00:00Z")));
    assertThat(store().tokens().reserveToken("t", lease)).isTrue();
    assertThat(store().tokens().token("t")).isPresent();

    store().tokens().releaseToken("t");
    assertThat(store().tokens().reserveToken("t", Duration.ZERO)).isTrue();
    assertThat(store().tokens().reserveToken("t", lease)).isTrue();
    assertThat(store().tokens().reserveToken("t", lease)).isFalse();
  }
}

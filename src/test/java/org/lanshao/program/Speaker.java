package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who talks to the program in private. */
record Speaker(Sandbox sandbox, String id) {
  private static final AtomicLong MESSAGES = new AtomicLong();

  /** Longer than any test takes: so that midnight, and its next day, changes nothing. */
  private static final String EVER = "2020年1月1日-2099年12月31日";

  /** Says these, one after the other; the answer to the last. */
  String say(String... texts) {
    var last = "";
    for (String text : texts) {
      try {
        var answer = sandbox.say(id, "said" + MESSAGES.incrementAndGet(), text);
        assertThat(answer.status()).isEqualTo(200);
        last = answer.text();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return last;
  }

  /** What a form's records count on all days, without the days themselves. */
  String count(String form) {
    var answer = say("统计 " + form + " " + EVER);
    assertThat(answer).contains("：");
    return answer.substring(answer.indexOf('：') + 1);
  }
}

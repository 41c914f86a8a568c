package org.lanshao.program;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lanshao.Patience;

/** Holds back the answer to a card until it is let go. */
final class Held implements StubRequestFilterV2 {
  private volatile Optional<Answer> held = Optional.empty();

  /** The answer to the next cards of somebody comes only once they are let go. */
  Answer answersTo(String person) {
    var answer = new Answer(person, new CountDownLatch(1), new CountDownLatch(1));
    held = Optional.of(answer);
    return answer;
  }

  /** An answer that is held back. */
  record Answer(String person, CountDownLatch asked, CountDownLatch given) {
    /** Waits until the card has come. */
    void awaitCard() {
      await(asked);
    }

    /** The answer is given. */
    void letGo() {
      given.countDown();
    }

    private boolean isTo(String body) {
      return body.contains("\"template_card\"") && body.contains("\"" + person + "\"");
    }

    private void hold() {
      asked.countDown();
      await(given);
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(Patience.USUAL.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new AssertionError("waited in vain");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public RequestFilterAction filter(Request request, ServeEvent event) {
    var body = request.getBodyAsString();
    held.filter(answer -> answer.isTo(body)).ifPresent(Answer::hold);
    return RequestFilterAction.continueWith(request);
  }

  @Override
  public String getName() {
    return "held";
  }
}

package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanshao.dialogue.Event;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.drawing.Losses;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.Talks;
import org.lanshao.turn.Unavailable;

/** Where drafts were given up. */
class LostDraftsTest {
  private static final QuestionId PEOPLE = new QuestionId("people");
  private static final Form PATROL = form("patrol", "X");
  private static final Form OTHER = form("other", "Y");
  private static final Event ANSWERED = new Event.Answered(PEOPLE, new Value.Whole(3));
  private static final Event CANCELLED = new Event.Cancelled();

  @Test
  void areCountedByTheQuestionThatWasOpen() throws Unavailable {
    var losses =
        losses(
            List.of(
                List.of(started(PATROL), CANCELLED, started(PATROL), CANCELLED),
                List.of(started(PATROL), ANSWERED, CANCELLED)));

    assertThat(losses).isEqualTo(new Losses(Map.of(PEOPLE, 2L, new QuestionId("note"), 1L), 0));
  }

  @Test
  void whoCancelsTheReviewIsCountedThere() throws Unavailable {
    var answers =
        List.of(started(PATROL), ANSWERED, new Event.Skipped(new QuestionId("note")), CANCELLED);

    assertThat(losses(List.of(answers))).isEqualTo(new Losses(Map.of(), 1));
  }

  @Test
  void aDraftPutAsideIsLostWhenItIsCancelledLater() throws Unavailable {
    var aside = List.of(started(PATROL), ANSWERED, new Event.Kept());
    var back = List.of(started(OTHER), CANCELLED, new Event.Resumed(0), CANCELLED);

    assertThat(losses(List.of(aside))).isEqualTo(Losses.NONE);
    assertThat(losses(List.of(Stream.of(aside, back).flatMap(List::stream).toList())))
        .isEqualTo(new Losses(Map.of(new QuestionId("note"), 1L), 0));
  }

  @Test
  void submittedOpenAndOtherFormsAreNotCounted() throws Unavailable {
    var losses =
        losses(
            List.of(
                List.of(started(PATROL), ANSWERED, new Event.Submitted()),
                List.of(started(PATROL), started(OTHER), CANCELLED, ANSWERED)));

    assertThat(losses).isEqualTo(Losses.NONE);
  }

  @Test
  void ofDraftsWhoseBeginningWasPurgedNothingIsKnown() throws Unavailable {
    var rest =
        List.of(
            ANSWERED,
            new Event.Kept(),
            started(PATROL),
            CANCELLED,
            new Event.Resumed(0),
            CANCELLED);

    assertThat(losses(List.of(rest))).isEqualTo(new Losses(Map.of(PEOPLE, 1L), 0));
  }

  /** Each conversation's events, one turn each. */
  private static Losses losses(List<List<Event>> conversations) throws Unavailable {
    var store = new MemoryStore(BundledDirectory.read());
    for (Form form : List.of(PATROL, OTHER)) {
      store.publish(form.id(), form.definition());
    }
    return LostDrafts.of(PATROL.id(), store, talks(conversations));
  }

  private static Talks talks(List<List<Event>> conversations) {
    return new Talks() {
      @Override
      public List<String> conversations() {
        return IntStream.range(0, conversations.size()).mapToObj(Integer::toString).toList();
      }

      @Override
      public List<String> events(String conversation) {
        return conversations.get(Integer.parseInt(conversation)).stream()
            .map(event -> EventJson.write(List.of(event)))
            .toList();
      }
    };
  }

  private static Event started(Form form) {
    return new Event.Started(form.id(), form.definition().hash());
  }

  private static Form form(String id, String letter) {
    var text =
        """
        id: %s
        title: 巡查登记
        number: %s
        start: [%s]
        who: [worker]
        questions:
          - {id: people, type: integer, ask: 几个人？}
          - {id: note, type: text, ask: 备注？, optional: true}
        receipt: "{no}"
        """
            .formatted(id, letter, id);
    var read = FormReader.read(Map.of(id + ".yaml", text), Vocabulary.schema(), Set.of());
    return read.library().orElseThrow(() -> new AssertionError(read.mistakes())).forms().getFirst();
  }
}

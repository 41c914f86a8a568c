package org.lanshao.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.directory.Proposal;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;

/**
 * What those above are asked when a platform told something, but for the number of the proposal.
 *
 * @param slots of the phrase; private
 * @param changes what would be otherwise; empty when the phrase tells nothing of it
 */
record PlatformQuestion(
    PeopleWords phrase, Map<String, String> slots, List<PlatformQuestion.Difference> changes) {
  PlatformQuestion(PeopleWords phrase, Map<String, String> slots) {
    this(phrase, slots, List.of());
  }

  /** One thing as it was and as it would be; private. */
  record Difference(PeopleWords phrase, String before, String after) {
    boolean isOne() {
      return !before.equals(after);
    }

    private String say(Wording words) {
      var from = before.isEmpty() ? words.say(PeopleWords.LISTED_NOTHING) : before;
      return words.say(phrase, Map.of("before", from, "after", after));
    }

    /** Without what it is. */
    @Override
    public String toString() {
      return "Difference[" + phrase + "]";
    }
  }

  /** As it is put in words to somebody, with a tap for yes and one for no. */
  Reply.Part put(Proposal proposal, Wording words) {
    var all = new HashMap<>(slots);
    all.replaceAll((slot, text) -> text.isEmpty() ? words.say(PeopleWords.LISTED_NOTHING) : text);
    all.put("number", proposal.number());
    if (!changes.isEmpty()) {
      all.put(
          "changes",
          changes.stream().map(change -> change.say(words)).collect(Collectors.joining("\n")));
    }
    return new Reply.Part(words.say(phrase, all), Questions.choices(words, proposal));
  }

  /** Without what it tells. */
  @Override
  public String toString() {
    return "PlatformQuestion[" + phrase + "]";
  }
}

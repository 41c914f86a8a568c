package org.lanshao.dialogue;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said while a form is filled. The texts stand in {@code wording.yaml}. */
public enum DialogueWords implements Phrase {
  /** The words for yes and no in options and in a review. */
  SAY_YES,
  SAY_NO,
  /**
   * What steers a form, as its buttons and hints call it; each is one of its {@link ControlWord}s.
   */
  SAY_SUBMIT,
  SAY_CANCEL,
  SAY_BACK,
  SAY_SKIP,
  SAY_HELP,
  /** How a number is written that is not exact, and how photos, files, points and times are. */
  SAY_ABOUT("value"),
  SAY_PHOTOS("count"),
  SAY_FILE,
  SAY_ITEMS("count"),
  SAY_POINT,
  SAY_DAY("year", "month", "day"),
  SAY_MOMENT("month", "day", "time"),

  /** The first line of the first reply. */
  BEGIN("title"),
  /** What was understood, where it may differ from what was typed. */
  TAKEN("label", "value"),
  /** Before the lines of what was understood of one message. */
  UNDERSTOOD,
  /** Words about a question that could not be taken as its answer. */
  UNCLEAR("text", "label"),
  /** Several reports in one message: how many were read, each line of the review, its end. */
  BATCH("count"),
  BATCH_LINE("number", "values"),
  BATCH_END("count"),
  /** Above the review of several: what was taken from the file, a line for each report. */
  BATCH_FILED("lines"),
  BATCH_FILED_LINE("number", "values"),
  /** A report of several that is not filed with the others, and why. */
  BATCH_FAILED("number", "text", "why"),
  BATCH_MISSING("labels"),
  BATCH_UNCLEAR("text", "label"),
  BATCH_REFUSED,
  BATCH_TOO_MANY("max"),
  BATCH_NONE,
  BATCH_NO_EDIT,
  /** The words after the start word that were not taken as an answer. */
  LEFT_OVER("text"),
  /** After 走访 同上次. */
  COPIED("count"),

  /** Inside a group: a question about one item, and whether another one follows. */
  ITEM("number", "ask"),
  ITEM_MORE("label", "count"),
  ITEM_LINE("number", "value"),
  SAY_MORE,
  SAY_DONE,
  SAY_DROP,
  PICK_ITEM("label"),
  PICK_PART("label", "number"),
  DROPPED,
  /** After a photo. */
  COLLECTING("count", "left"),
  PHOTOS_FULL("label", "count"),
  PHOTOS_TOO_MANY("label", "count"),
  /** Added to photos that are opened by 改N. */
  PHOTOS_ANEW,
  /** To something sent that nothing in the form asks for. */
  NO_PHOTO("title"),
  NO_FILE("title"),
  NO_LOCATION("title"),
  /** To a point on the map that lies near no town that is known. */
  POINT_WHERE("label"),
  /** To 改N for a value that is not asked. */
  COMPUTED("label"),

  /** Added to a question. */
  ASK_SEVERAL,
  ASK_SKIP,
  ASK_PRESET("value"),
  /** What is on file, which 对 confirms. */
  ASK_FILED("value"),
  ASK_WAS("value"),
  /** One of several meanings is to be picked. */
  WHICH("label"),

  /** An answer that could not be read, where the question has no words of its own. */
  AGAIN_TEXT("label"),
  AGAIN_WHOLE("label"),
  AGAIN_YES_NO("label"),
  AGAIN_CHOICE("label"),
  AGAIN_CHOICES("label"),
  AGAIN_PLACE("label"),
  AGAIN_DECIMAL("label"),
  AGAIN_DATE("label"),
  AGAIN_TIME("label"),
  AGAIN_DATE_TIME("label"),
  AGAIN_PERSON("label"),
  AGAIN_HOUSEHOLD("label"),
  AGAIN_PHONE("label"),
  AGAIN_ID_NUMBER("label"),
  AGAIN_PHOTOS("label"),
  AGAIN_FILE("label"),
  AGAIN_LOCATION("label"),
  AGAIN_MATTER("label"),
  AGAIN_WHICH,
  AGAIN_DOUBT,
  AGAIN_REVIEW,
  /** An answer that was read but cannot be taken. */
  OUT_OF_RANGE("label", "min", "max"),
  TOO_LONG("label", "max"),
  /** A matter that is done already. */
  SETTLED("number", "state"),
  NO_SUCH_MATTER("number"),
  TOO_WIDE("label"),
  NO_VILLAGE("label"),
  VAGUE("label"),
  VAGUE_DAY("label"),
  VAGUE_TIME("label"),
  VAGUE_DAY_AND_TIME("label"),
  NOT_FUTURE("label"),
  NOT_PAST("label"),
  NO_SUCH_DAY("label"),
  WRONG_DIGIT("label"),
  /** What else can be done, after the question's own words are used up. */
  ALSO("words"),

  /** Answers to control words. */
  NO_SKIP,
  SKIPPED("label"),
  NOTHING_LAST("label"),
  BACK,
  NOTHING_BACK,
  EDIT_WHICH,
  NOTHING_TO_EDIT,
  NO_NUMBER("number", "last"),
  RESTARTED,
  CANCELLED("title"),
  KEPT("title"),
  MISSING("labels"),
  MISSING_OPTIONAL("label"),
  PROGRESS("title", "done", "left"),
  HELP_QUESTION("label", "help"),
  HELP,
  WHY("label", "text"),
  NO_WHY,
  EXAMPLE("label", "text"),
  NO_EXAMPLE,

  /** Lists of answers. */
  LINE("number", "label", "value"),
  LEFT_OUT,
  LEFT_PENDING,
  COPIED_MARK("value"),
  REVIEW("title"),
  /** Matters to be followed: that there is none, and how many more there are than are listed. */
  NO_MATTERS,
  MORE_MATTERS("count"),
  /** Extra questions: all with their numbers, and the first one as an example. */
  REVIEW_EXTRA("labels", "number", "label"),
  REVIEW_END,
  REVIEW_TWO,

  /** A record that is revised; {@code example} is a field with a value. */
  SAY_CONFIRM,
  CHANGE("before", "after"),
  LINE_DROPPED("label", "value"),
  REVISE_AS_IS("number", "title"),
  REVISE_AS_IS_END("number", "example"),
  REVISE_RETURNED_END("number", "example"),
  REVISE_CHANGED("number", "title"),
  REVISE_CHANGED_END("number", "example"),
  REVISE_WITHDRAW("number", "title"),
  REVISE_WITHDRAW_END("number"),
  REVISE_WHY("why"),
  ASK_REASON,
  REASON_TOO_LONG("max"),
  NOT_REVISED("number"),
  NOTHING_CHANGED,
  /** Receipts of revisions; {@code changes} are fields with before and after. */
  CORRECTED("number", "revision", "changes"),
  LEFT_AS_IT_IS("number"),
  WITHDREW("number"),
  CHANGED_FIELD("label", "value"),
  /** Words that change answers and were not all understood. */
  AMEND_UNKNOWN("text", "example"),
  AMEND_WHICH("text", "labels", "label"),
  AMEND_NOT_ASKED("label");

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is
  private final Set<String> slots;

  DialogueWords(String... slots) {
    this.key = "dialogue." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}

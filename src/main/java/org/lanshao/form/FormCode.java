package org.lanshao.form;

/** The mistakes in forms, option lists and wording. The guide explains each. */
public enum FormCode implements Code {
  /** A file that must be there is not. */
  MISSING_FILE("L101"),
  /** A file holds nothing. */
  EMPTY_FILE("L102"),
  /** A file is longer than any form. */
  FILE_TOO_LARGE("L103"),
  /** A character that no text has. */
  INVISIBLE_CHARACTER("L104"),
  /** Chinese punctuation where YAML wants its own. */
  CHINESE_PUNCTUATION("L105"),
  /** No space after a colon. */
  COLON_WITHOUT_SPACE("L106"),
  /** A list without a plain dash and a space. */
  LIST_DASH("L107"),
  /** Tabs or wide spaces before a line. */
  INDENTATION("L108"),
  /** Anything else that YAML cannot read. */
  YAML_SYNTAX("L109"),
  /** An anchor or a reference to one. */
  YAML_REFERENCE("L110"),
  /** A tag. */
  YAML_TAG("L111"),
  /** A key that is no word. */
  KEY_SHAPE("L112"),
  /** Something other than keys where keys belong. */
  KEYS_WANTED("L113"),
  /** Something other than a text where a text belongs. */
  TEXT_WANTED("L114"),
  /** A key that means nothing here. */
  UNKNOWN_KEY("L201"),
  /** A key that must be there is not. */
  MISSING_KEY("L202"),
  /** A value that its key cannot have. */
  BAD_VALUE("L203"),
  /** A key, id or measure that stands twice. */
  WRITTEN_TWICE("L204"),
  /** An id of other letters than ids have. */
  BAD_ID("L205"),
  /** A type of question that there is not. */
  NO_SUCH_TYPE("L206"),
  /** A key that belongs to other types of question. */
  KEY_OF_OTHER_TYPE("L207"),
  /** A role that there is not. */
  NO_SUCH_ROLE("L208"),
  /** A record number that is not one or two capital letters, or is of practice. */
  NUMBER_LETTER("L209"),
  /** Bounds that let no number through. */
  MIN_ABOVE_MAX("L210"),
  /** A default that the question could not get as an answer. */
  DEFAULT_DOES_NOT_FIT("L211"),
  /** Two questions with one label. */
  SAME_LABEL("L212"),
  /** A sentence that says nothing. */
  EMPTY_TEXT("L213"),
  /** A slot in a question, where nothing is filled in. */
  SLOT_IN_ASK("L214"),
  /** Braces that make no slot. */
  BAD_BRACES("L215"),
  /** A slot that nothing fills. */
  NO_SUCH_SLOT("L216"),
  /** A message longer than a platform takes. */
  PROMPT_TOO_LONG("L217"),
  /** A question that the form does not have. */
  NO_SUCH_QUESTION("L218"),
  /** A note where an answer is wanted. */
  NOTE_HAS_NO_ANSWER("L219"),
  /** A measure that does not say how it counts. */
  ADD_OR_DISTINCT("L220"),
  /** A measure that adds what is no number. */
  ADD_NEEDS_NUMBER("L221"),
  /** A measure split by what has no options. */
  BY_NEEDS_OPTIONS("L222"),
  /** Lengths of time that do not follow each other. */
  SILENCE_ORDER("L223"),
  /** A kind of question that an item of a group cannot hold. */
  NOT_IN_GROUP("L224"),
  /** A form that asks for what no group may read, but may be opened in one. */
  PRIVATE_ONLY("L225"),
  /** A text that one of the languages lacks. */
  NO_TRANSLATION("L226"),
  /** A key about asking beside a question that is never asked. */
  NEEDLESS_BESIDE_EXTRA("L227"),
  /** A question whose answer is no matter, followed as one. */
  NOT_A_MATTER("L228"),
  /** A kind of matter that never ends, or never begins. */
  MATTER_WITHOUT_END("L229"),
  /** A line behind one that always holds. */
  LINE_NEVER_USED("L230"),
  /** A day that no date question tells. */
  DAY_NEEDS_DATE("L231"),
  /** What is looked for or put on file and is not kept there, or does not fit. */
  NOT_ON_FILE("L232"),
  LABEL_IS_NUMBER("L233"),
  /** A condition that cannot be read. */
  CONDITION_SYNTAX("L301"),
  /** A number or text where a condition belongs. */
  NOT_A_CONDITION("L302"),
  /** A question that stands alone but is not yes-no. */
  NOT_YES_NO("L303"),
  /** The word has after something other than choices. */
  HAS_NEEDS_CHOICES("L304"),
  /** A comparison that its question does not allow. */
  INCOMPARABLE("L305"),
  /** Two sides that do not fit each other. */
  WRONG_SIDE("L306"),
  /** A question that is no number, reckoned with. */
  NOT_A_NUMBER("L307"),
  /** An option that the question does not have. */
  NO_SUCH_OPTION("L308"),
  /** A condition over what is asked later. */
  CONDITION_TOO_EARLY("L309"),
  /** A question that no answers lead to. */
  NEVER_ASKED("L310"),
  /** A condition that is no condition: the question is asked of everybody. */
  ALWAYS_ASKED("L311"),
  /** A check that nothing can fail. */
  CHECK_ALWAYS_HOLDS("L312"),
  /** A constant that is no day or time. */
  NO_SUCH_TIME("L313"),
  /** Items of a group are looked at one by one from outside it. */
  INSIDE_A_GROUP("L314"),
  /** Something whose parts cannot be counted. */
  NOT_COUNTABLE("L315"),
  /** A check that nothing can pass. */
  CHECK_NEVER_HOLDS("L316"),
  /** Checks that nothing can pass together. */
  CHECKS_CONTRADICT("L317"),
  /** An option that is not written as one. */
  OPTION_SHAPE("L401"),
  /** A list without options. */
  NO_OPTIONS("L402"),
  /** A list that lists.yaml does not have. */
  NO_SUCH_LIST("L403"),
  /** A word that means two options. */
  SAME_NAME("L404"),
  /** An option called like a word that steers a form. */
  OPTION_IS_CONTROL_WORD("L405"),
  /** An option called like the number of another. */
  OPTION_IS_NUMBER("L406"),
  /** An option that reads as several. */
  OPTION_WITH_SEPARATOR("L407"),
  /** An option whose choice no check lets through. */
  DEAD_OPTION("L408"),
  /** An option called like what means all of them. */
  OPTION_MEANS_ALL("L409"),
  /** A list that no form uses. */
  UNUSED_LIST("L410"),
  /** An id or number letter that another form has. */
  USED_BY_OTHER_FORM("L501"),
  /** A start word that another form has. */
  START_IN_USE("L502"),
  /** A start word that nobody could type. */
  START_SHAPE("L503"),
  /** A start word that steers a form. */
  START_IS_CONTROL_WORD("L504"),
  /** A start word that is a command. */
  START_IS_COMMAND("L505"),
  /** A start word that opens an urgent form instead. */
  START_OPENS_URGENT("L506"),
  /** An exception to nothing. */
  USELESS_EXCEPT("L507"),
  /** An exception that hides its own start word. */
  EXCEPT_HIDES_START("L508"),
  /** A text that the program never says. */
  NO_SUCH_PHRASE("L509"),
  /** A phrase that says nothing. */
  PHRASE_WITHOUT_TEXT("L510"),
  /** A phrase that has no text. */
  MISSING_PHRASE("L511"),
  /** A letter that is of no kind of matter. */
  NO_SUCH_MATTER("L512"),
  /** A state that a kind of matter does not have. */
  NO_SUCH_STATE("L513"),
  /** A kind of matter that no form opens, or that none ends. */
  MATTER_NEVER_USED("L514"),
  /** A word of danger that is none. */
  DANGER_WORD("L515"),
  /** A harmless word that holds no word of danger. */
  USELESS_HARMLESS("L516"),
  /** A harmless word that is a word of danger. */
  HARMLESS_HIDES("L517"),
  /** A start word of an urgent form that raises nothing. */
  START_RAISES_NOTHING("L518"),
  /** A kind of danger that the urgent form does not know. */
  NO_SUCH_DANGER_KIND("L519"),
  /** A folder without words of danger. */
  NO_DANGER_WORDS("L520"),
  /** A measure of another form that is none. */
  NO_SUCH_MEASURE("L521"),
  /** A form that is none. */
  NO_SUCH_FORM("L522");

  private final String text;

  FormCode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}

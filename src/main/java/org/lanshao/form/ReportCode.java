package org.lanshao.form;

/** The mistakes in the sentences of reports. The guide explains each. */
public enum ReportCode implements Code {
  /** A file that does not begin with its name and days between two lines of dashes. */
  NO_HEAD("L971"),
  /** A name that another report has, or that nobody could say. */
  BAD_NAME("L972"),
  /** Days that cannot be read. */
  BAD_DAYS("L973"),
  /** Braces that make no slot. */
  BAD_BRACES("L974"),
  /** A slot that is neither known nor a number with a name. */
  NO_SUCH_SLOT("L975"),
  /** Two numbers of one name. */
  NAMED_TWICE("L976"),
  /** A number that cannot be counted. */
  NO_COUNT("L977"),
  /** A slot that asks for several numbers. */
  SEVERAL_NUMBERS("L978"),
  /** A file that says nothing. */
  EMPTY_REPORT("L979"),
  /** A list of what cannot be listed. */
  NO_LIST("L981"),
  /** A slot of a line that its records do not have, or that must not be published. */
  NOT_IN_LINE("L982"),
  /** A file in another language that has no Chinese one beside it, or that counts anew. */
  BAD_TRANSLATION("L983");

  private final String text;

  ReportCode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}

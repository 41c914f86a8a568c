package org.lanshao.directory;

import org.lanshao.form.Code;

/**
 * The mistakes in the three files of the directory and in what names its areas. The guide explains
 * each.
 */
public enum DirectoryCode implements Code {
  /** A file that must be there is not. */
  MISSING_FILE("L701"),
  /** A file that is not a CSV in UTF-8. */
  ENCODING("L702"),
  /** A first line without the right columns. */
  HEADER("L703"),
  /** A line of more or fewer cells than columns. */
  CELLS("L704"),
  /** Quotes that do not go together. */
  QUOTES("L705"),
  /** A cell that must be filled is empty. */
  EMPTY_CELL("L706"),
  /** An id of other letters than ids have. */
  BAD_ID("L707"),
  /** A value that stands in an earlier line. */
  REPEATED("L708"),
  /** A kind or role that there is not. */
  UNKNOWN_WORD("L709"),
  /** An area that there is not. */
  NO_SUCH_AREA("L710"),
  /** No topmost area, or several. */
  ROOT("L711"),
  /** An area that lies in itself. */
  CIRCLE("L712"),
  /** An area of the wrong level. */
  WRONG_LEVEL("L713"),
  /** An environment variable that is not set. */
  NO_VARIABLE("L714"),
  /** A latitude and longitude that are no point on the map. */
  NOT_A_POINT("L715"),
  /** A form limited to an area that there is not. */
  NO_SUCH_FORM_AREA("L716"),
  /** A form limited to a name that several areas have. */
  SEVERAL_FORM_AREAS("L717"),
  /** A form limited to something other than a county or town. */
  FORM_AREA_KIND("L718"),
  /** A group that cannot be written to in the way that its channel knows. */
  BAD_SEND("L719"),
  /** Since when a station works, where no station can be. */
  NO_STATION("L720"),
  /** A day that is no day. */
  NO_ROUGH_DAY("L721"),
  /** A number that a spreadsheet wrote as 1.38E+10. */
  ROUNDED("L722");

  private final String text;

  DirectoryCode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}

package org.lanshao.drawing;

import org.lanshao.form.Form;

/** Draws a form from its first question to its last, with branches and their conditions. Pure. */
public final class Drawing {
  private Drawing() {}

  /** A picture: an SVG document in UTF-8 without scripts, styles or links. */
  public static String svg(Form form, Losses losses) {
    return Picture.of(form, losses);
  }

  /** The text of a Mermaid flow chart. */
  public static String mermaid(Form form, Losses losses) {
    return Mermaid.of(form, losses);
  }
}

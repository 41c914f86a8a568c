package org.lanshao.desk.talk;

import java.util.Map;
import org.lanshao.command.CommandWords;
import org.lanshao.directory.Group;
import org.lanshao.form.Wording;

/**
 * What stands behind all that goes into a group which the bot does not see: that it does not, and
 * how to know that an emergency was reported.
 */
public final class Unheard {
  private static final Map<String, String> CALL = Map.of("numbers", "110/119/120");

  private Unheard() {}

  /** A text for a group, as it goes there; as it is where the bot hears the group. */
  public static String behind(String said, Group group, Wording wording) {
    return group.isHeard() ? said : said + "\n" + say(wording);
  }

  /** That alone. */
  public static String say(Wording wording) {
    return wording.say(CommandWords.UNHEARD, CALL);
  }
}

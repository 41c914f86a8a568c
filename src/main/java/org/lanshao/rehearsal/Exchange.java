package org.lanshao.rehearsal;

import java.util.stream.Collectors;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Step;
import org.lanshao.message.Reply;

/**
 * One message and what it led to.
 *
 * @param step what the dialogue made of it
 * @param after the session then
 */
record Exchange(Step step, Session after) {
  /** All that was said back. */
  String reply() {
    return step.reply().parts().stream().map(Reply.Part::text).collect(Collectors.joining("\n"));
  }
}

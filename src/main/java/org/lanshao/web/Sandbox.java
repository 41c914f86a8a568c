package org.lanshao.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.lanshao.channel.Channel;
import org.lanshao.directory.Directory;
import org.lanshao.publish.FormsState;
import org.lanshao.turn.MediaFiles;

/**
 * What the sandbox's routes work on.
 *
 * @param channel the sandbox channel
 * @param token what a caller has to know; empty: only this machine may call
 * @param directory who there is, as of now
 * @param forms how the files of forms and wording stand, as of now
 * @param feed shows all that goes to people and groups
 * @param uploads keeps the pictures and files that were sent to it
 * @param sent the pictures and files that the desk sends
 * @param clock the clock that can be moved; empty if the time is the system's
 */
public record Sandbox(
    Channel channel,
    Optional<String> token,
    Supplier<Directory> directory,
    Supplier<FormsState> forms,
    Feed feed,
    Uploads uploads,
    MediaFiles sent,
    Optional<MovableClock> clock) {
  /** Without the token. */
  @Override
  public String toString() {
    return "Sandbox[" + channel.name() + "]";
  }
}

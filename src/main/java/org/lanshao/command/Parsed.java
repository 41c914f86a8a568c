package org.lanshao.command;

import org.lanshao.message.Reply;

/** What a message is as a command. */
public sealed interface Parsed {
  /** A command that the asker may give. */
  record Recognised(Command command) implements Parsed {}

  /** A roll call that the asker may make. */
  record Called(RollCall call) implements Parsed {}

  /** The count before, as a picture. */
  record Pictured(Picture picture) implements Parsed {}

  /** Records as a workbook, that the asker may see. */
  record Exported(Export export) implements Parsed {}

  /** A command that cannot be answered as it stands: what to say instead. */
  record Problem(Reply reply) implements Parsed {}

  /** No command: it must mean something else. */
  record NoCommand() implements Parsed {}
}

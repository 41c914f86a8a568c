package org.lanshao.desk.register;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.NewRegisterChange;

/** Puts edits of the register on file, at once, with who did it. */
record FileEditing(FileTalk talk, Surroundings surroundings) {
  /** What stands behind words that are to be done without asking again. */
  static final Pattern SURE = Pattern.compile("[ ,，]*(?:确认|confirm)$");

  /** Says this, and puts the edits on file. */
  Decision file(String said, NewRegisterChange.Kind kind, List<RegisterEdit> edits) {
    var change =
        new NewRegisterChange(
            new RegisterChange(talk.register().version() + 1, edits),
            surroundings.ids().get(),
            kind,
            Optional.of(talk.heard().speaker().id()),
            talk.heard().where().key(),
            surroundings.clock().instant());
    return FileTalk.say(said).with(new Effect.File(change));
  }
}

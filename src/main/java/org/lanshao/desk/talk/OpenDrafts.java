package org.lanshao.desk.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Schema;
import org.lanshao.form.Wording;
import org.lanshao.turn.Unavailable;

/** All drafts of an installation, in hand and put aside. For looking at, not for turns. */
public final class OpenDrafts {
  /** To publish nothing, and to read what was. */
  private static final Library NOTHING = new Library(List.of(), new Wording(Map.of()));

  private OpenDrafts() {}

  /**
   * A form that somebody has begun.
   *
   * @param conversation the key of its conversation
   * @param form exactly as it was when the draft began
   * @param answers what was answered so far; private
   * @param begun when; empty for drafts of before there were timers
   */
  public record OpenDraft(
      String conversation, Form form, Answers answers, Optional<Instant> begun) {
    /** Without the answers. */
    @Override
    public String toString() {
      return "OpenDraft[" + conversation + " " + form.id() + "]";
    }
  }

  /** Every open draft, by conversation. */
  public static List<OpenDraft> of(DeskPorts ports, Schema schema) throws Unavailable {
    Definitions stored = Shelf.publish(NOTHING, schema, ports);
    var all = new ArrayList<OpenDraft>();
    for (var standing : ports.facts().drafting().entrySet()) {
      var drafts = Talk.of(standing.getValue(), stored).drafts();
      Stream.concat(drafts.open().stream(), drafts.kept().stream())
          .map(draft -> open(standing.getKey(), draft))
          .forEach(all::add);
    }
    return all;
  }

  private static OpenDraft open(String conversation, Draft draft) {
    var session = draft.session();
    return new OpenDraft(conversation, session.form(), session.answers(), draft.begun());
  }
}

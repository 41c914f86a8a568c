package org.lanshao.desk.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.MatterAbout;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Listening;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Matters;
import org.lanshao.form.QuestionId;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Unavailable;

/**
 * What filing, correcting or withdrawing records does to the matters that they open and follow. One
 * is made for each turn: what an earlier record of the turn did is what a later one finds.
 */
public final class MatterFilings {
  private final MatterRoom room;
  private final Map<String, Matter> latest = new LinkedHashMap<>();
  private final List<Matter> written = new ArrayList<>();

  /** Of one turn, with what it needs to know of matters. */
  public MatterFilings(MatterRoom room) {
    this.room = room;
  }

  /** That a record cannot be filed so: the matter that this question names is done already. */
  public record Refused(QuestionId question, String why) {}

  /** The new versions of matters that a record made. */
  public List<Matter> of(Submission record) {
    return written.stream()
        .filter(matter -> matter.made().record().equals(record.number()))
        .toList();
  }

  /** Takes a revision of a record; empty when all is well. Nothing is written when it is not. */
  public Optional<Refused> take(Form form, Revision revision) throws Unavailable {
    if (form.matters().equals(Matters.NONE)) {
      return Optional.empty();
    }
    var steps = MatterSteps.of(room, latest, form, revision);
    var refused = steps.take();
    if (refused.isEmpty()) {
      steps.versions().forEach(this::keep);
    }
    return refused;
  }

  /** What is said of what a record did, a line for each matter. */
  public List<String> lines(Submission record) {
    return of(record).stream().map(this::line).toList();
  }

  private String line(Matter matter) {
    var kind = Listening.kind(room.forms(), matter.letter());
    var slots =
        Map.of(
            "number", matter.number(),
            "name", kind.map(MatterKind::name).orElse(""),
            "state", Listening.label(room.forms(), matter),
            "left", MatterAbout.left(matter, room.forms()));
    boolean opened = matter.version() == 1 && !matter.number().equals(matter.opener());
    return room.wording()
        .say(
            matter.standing().isEmpty()
                ? DeskWords.MATTER_GONE
                : opened
                    ? DeskWords.MATTER_OPENED
                    : matter.left() > 0 ? DeskWords.MATTER_LEFT : DeskWords.MATTER_NOW,
            slots);
  }

  private void keep(Matter matter) {
    latest.put(matter.number(), matter);
    written.add(matter);
  }
}

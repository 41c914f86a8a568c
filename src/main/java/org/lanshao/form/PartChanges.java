package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lanshao.form.FormChange.Part;
import org.lanshao.form.FormChange.PartChanged;

/** Compares two versions of a form beside their questions. */
final class PartChanges {
  private final Form before;
  private final Form after;
  private final List<FormChange> changes = new ArrayList<>();

  private PartChanges(Form before, Form after) {
    this.before = before;
    this.after = after;
  }

  static List<FormChange> between(Form before, Form after) {
    var parts = new PartChanges(before, after);
    parts.look(Part.TITLE, Form::title);
    parts.look(
        Part.START, form -> List.of(form.start(), form.except(), form.urgent(), form.shorthand()));
    parts.look(Part.WHO, Form::who);
    parts.look(Part.READERS, Form::readers);
    parts.look(Part.CHATS, Form::chats);
    parts.look(Part.AREA, Form::area);
    parts.look(Part.CHECKS, Form::checks);
    parts.look(Part.MEASURES, Form::measures);
    parts.look(Part.RECEIPT, Form::receipt);
    parts.look(Part.MATTERS, Form::matters);
    parts.look(Part.SILENCE, Form::silence);
    parts.look(Part.DAY, Form::day);
    parts.look(Part.ENROLLS, Form::enrolls);
    parts.look(Part.OTHER, form -> List.of(form.number(), Words.of(form)));
    return parts.changes;
  }

  private void look(Part part, Function<Form, Object> value) {
    if (!value.apply(before).equals(value.apply(after))) {
      changes.add(new PartChanged(part));
    }
  }

  /** What a question says beside its {@code ask}. */
  private record Words(List<String> again, Help help) {
    static List<Words> of(Form form) {
      return form.questions().stream().map(q -> new Words(q.again(), q.help())).distinct().toList();
    }
  }
}

package org.lanshao.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lanshao.dialogue.Basis;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Input;
import org.lanshao.dialogue.Revised;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Shown;
import org.lanshao.dialogue.Step;
import org.lanshao.form.Answers;
import org.lanshao.form.Follows;
import org.lanshao.form.Form;
import org.lanshao.form.Opens;
import org.lanshao.form.Value;
import org.lanshao.message.Reply;
import org.lanshao.reading.Prefix;
import org.lanshao.reading.RecordNumber;

/** One form talked through without a desk: what a transcript shows. For one thread. */
final class Rehearsal {
  private static final String NOT_STARTED = "（没有打开这张表）";

  private final Form form;
  private final Context context;
  private final UnaryOperator<List<Event>> stored;
  private final List<Event> events = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private Answers record = Answers.NONE;
  private int revision;

  Rehearsal(Form form, Context context, UnaryOperator<List<Event>> stored) {
    this.form = form;
    this.context = context;
    this.stored = stored;
  }

  /** The reply to a message; every message finds the session as the store would give it back. */
  Reply say(String text) {
    var session = session();
    if (events.isEmpty() || session.ended()) {
      return revise(text).orElseGet(() -> start(text));
    }
    var step =
        Input.written(text, Integer.toString(events.size()))
            .map(input -> Dialogue.receive(session, input, context))
            .or(() -> Dialogue.control(session, text, context))
            .orElseGet(() -> Dialogue.answer(session, text, context));
    return reply(step);
  }

  /** What happened so far, message by message. */
  List<Exchange> exchanges() {
    return exchanges;
  }

  /** 更正, 不对 and 撤回 of what was submitted last. */
  private Optional<Reply> revise(String text) {
    return RevisionWord.read(text)
        .flatMap(
            said ->
                switch (said.word()) {
                  case CORRECT, OBJECT -> revise(Basis.Purpose.CORRECT, said.rest());
                  case WITHDRAW -> revise(Basis.Purpose.WITHDRAW, said.rest());
                  case RETURN, DETAIL -> Optional.empty();
                });
  }

  private Optional<Reply> revise(Basis.Purpose purpose, String rest) {
    if (revision == 0) {
      return Optional.empty();
    }
    events.clear();
    var basis = new Basis(number(), revision, purpose, false, false, record, "");
    var said = RecordNumber.first(rest).filter(n -> n.text().equals(number()));
    return Optional.of(
        reply(Dialogue.revise(form, basis, said.map(RecordNumber::rest).orElse(rest), context)));
  }

  private Reply start(String text) {
    events.clear();
    return form.start().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .flatMap(word -> Prefix.after(word, text).map(rest -> form.meant(word, rest)).stream())
        .findFirst()
        .map(rest -> reply(Dialogue.start(form, rest, context)))
        .orElse(Reply.of(NOT_STARTED));
  }

  private Reply reply(Step step) {
    events.addAll(step.events());
    var after = session();
    exchanges.add(new Exchange(step, after));
    if (!after.submitted()) {
      return step.reply();
    }
    var basis = after.basis();
    revision = basis.map(b -> b.revision() + 1).orElse(1);
    record = after.records().getLast();
    var receipt = basis.map(b -> Revised.receipt(after, b, revision, context.wording()));
    if (isWithdrawn(after)) {
      revision = 0;
    }
    return Reply.of(receipt.orElseGet(this::receipt));
  }

  private static boolean isWithdrawn(Session session) {
    return session.basis().map(b -> b.purpose() == Basis.Purpose.WITHDRAW).orElse(false);
  }

  private String number() {
    return form.number() + "1";
  }

  private String receipt() {
    var lines = new ArrayList<String>();
    for (Answers filed : session().records()) {
      var slots = new HashMap<>(Shown.receipt(form, filed, context.wording()));
      slots.put("no", form.number() + (lines.size() + 1));
      lines.add(form.receipt().fill(slots));
    }
    return String.join("\n", lines);
  }

  private Session session() {
    return Session.of(form, stored.apply(events));
  }

  /** How it stands at the end: what is recorded, or that nothing is. */
  List<String> outcome() {
    var session = session();
    var lines = new ArrayList<String>();
    switch (session.end()) {
      case OPEN -> lines.add("= 还没填完");
      case KEPT -> lines.add("= 先放着");
      case CANCELLED -> lines.add("= 没有登记");
      case SUBMITTED -> {
        if (isWithdrawn(session)) {
          lines.add("= 撤回了");
          return lines;
        }
        lines.add("= 登记了");
        session.records().forEach(filed -> lines.addAll(told(filed)));
      }
    }
    return lines;
  }

  /** What becomes of matters with a record. */
  private List<String> moved(Answers filed) {
    var lines = new ArrayList<String>();
    for (Opens line : form.matters().opened(filed)) {
      var about = line.about().fill(Shown.slots(form, filed, context.wording()));
      lines.add("= 开出 %s（%s）：%s".formatted(line.letter(), line.state(), about.strip()));
    }
    for (Follows line : form.matters().followed(filed)) {
      if (filed.get(line.question()).orElseThrow() instanceof Value.Matter matter) {
        lines.add("= %s %s".formatted(matter.number(), line.state().orElse("不变")));
      }
    }
    return lines;
  }

  private List<String> told(Answers filed) {
    var lines = new ArrayList<String>();
    filed
        .byQuestion()
        .forEach(
            (question, value) ->
                form.question(question)
                    .map(asked -> Shown.plain(value, asked.type(), context.wording()))
                    .ifPresent(shown -> lines.add("= %s: %s".formatted(question, shown))));
    lines.addAll(moved(filed));
    return lines;
  }
}

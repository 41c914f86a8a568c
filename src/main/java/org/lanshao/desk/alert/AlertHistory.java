package org.lanshao.desk.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.desk.talk.Attachment;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.turn.KeptAlert;

/** How alerts are listed, and the time line of one. */
final class AlertHistory {
  private final AlertText text;
  private final Directory directory;

  AlertHistory(AlertText text, Directory directory) {
    this.text = text;
    this.directory = directory;
  }

  /** A line of 险情. */
  String line(Alert alert, PersonId reader) {
    return text.say(
        reader,
        AlertWords.LIST_LINE,
        Map.of(
            "mark", text.mark(alert, reader),
            "number", alert.number(),
            "summary", text.summary(alert, reader),
            "state", state(alert, reader),
            "time", text.time(alert.core().begun().at())));
  }

  private String state(Alert alert, PersonId reader) {
    return switch (alert) {
      case Alert.Asked asked -> text.say(reader, AlertWords.STATE_ASKED, Map.of());
      case Alert.Open open -> text.say(reader, AlertWords.STATE_OPEN, Map.of());
      case Alert.Taken taken ->
          text.say(
              reader, AlertWords.STATE_TAKEN, Map.of("name", text.names(taken.takers(), reader)));
      case Alert.Resolved resolved -> text.say(reader, AlertWords.STATE_RESOLVED, Map.of());
      case Alert.Closed closed ->
          text.say(
              reader,
              closed.end() == Alert.End.SETTLED ? AlertWords.STATE_CLOSED : AlertWords.STATE_FALSE,
              Map.of());
    };
  }

  private record Line(Instant at, String said) {}

  /** 明细: how it stands, what is known, what happened when, and what is due next. */
  String text(KeptAlert kept, PersonId reader) {
    var alert = kept.alert();
    var lines = new ArrayList<Line>();
    kept.events()
        .forEach(event -> line(event, reader).ifPresent(said -> lines.add(at(event, said))));
    kept.seen()
        .forEach(
            (person, at) ->
                lines.add(
                    new Line(
                        at,
                        said(reader, AlertWords.LINE_SEEN, at, Optional.of(person), Map.of()))));
    lines.sort(Comparator.comparing(Line::at));
    var all = new ArrayList<String>();
    all.add(line(alert, reader));
    all.add(text.reporter(alert, reader));
    all.addAll(alert.core().known().answers());
    lines.forEach(line -> all.add(line.said()));
    alert
        .due()
        .map(due -> said(reader, AlertWords.LINE_DUE, due, Optional.empty(), Map.of()))
        .ifPresent(all::add);
    return String.join("\n", all);
  }

  private static Line at(AlertEvent event, String said) {
    return new Line(event.by().at(), said);
  }

  private Optional<String> line(AlertEvent event, PersonId reader) {
    return switch (event) {
      case AlertEvent.Began it ->
          line(
              event,
              reader,
              AlertWords.LINE_BEGAN,
              Map.of("words", String.join(" ", it.known().words())));
      case AlertEvent.Confirmed it -> line(event, reader, AlertWords.LINE_CONFIRMED, Map.of());
      case AlertEvent.Dismissed it -> Optional.empty();
      case AlertEvent.Learned it ->
          line(
              event,
              reader,
              AlertWords.LINE_LEARNED,
              Map.of("summary", last(it, text.words(reader))));
      case AlertEvent.Attached it ->
          line(
              event,
              reader,
              AlertWords.LINE_ATTACHED,
              Map.of(
                  "what",
                  AlertMedia.said(new Attachment(it.what(), it.reference()), text.words(reader))));
      case AlertEvent.Climbed it ->
          line(
              event,
              reader,
              AlertWords.LINE_CLIMBED,
              Map.of(
                  "round", Integer.toString(it.step() + 1),
                  "people", reached(it, reader)));
      case AlertEvent.Checked it -> Optional.empty();
      case AlertEvent.TakenOver it -> line(event, reader, AlertWords.LINE_TAKEN, Map.of());
      case AlertEvent.Reported it ->
          line(event, reader, AlertWords.LINE_REPORTED, Map.of("words", it.words()));
      case AlertEvent.FinallyReported it ->
          line(event, reader, AlertWords.LINE_FINAL, Map.of("words", it.words()));
      case AlertEvent.Settled it ->
          line(event, reader, AlertWords.LINE_SETTLED, Map.of("words", it.why()));
      case AlertEvent.Withdrawn it ->
          line(event, reader, AlertWords.LINE_WITHDRAWN, Map.of("words", it.why()));
      case AlertEvent.Reopened it ->
          line(event, reader, AlertWords.LINE_REOPENED, Map.of("words", it.why()));
      case AlertEvent.Reminded it when it.people().isEmpty() -> Optional.empty();
      case AlertEvent.Reminded it ->
          line(
              event,
              reader,
              AlertWords.LINE_REMINDED,
              Map.of("people", text.names(it.people(), reader)));
    };
  }

  private static String last(AlertEvent.Learned learned, Wording words) {
    var known = learned.known();
    return known.answers().isEmpty()
        ? known.words().isEmpty() ? "" : known.words().getLast()
        : Marks.clauses(known.answers().stream(), words);
  }

  private String sorted(AlertEvent.Climbed wave, PersonId reader) {
    return text.names(
        wave.people().stream().sorted(Comparator.comparing(PersonId::text)).toList(), reader);
  }

  /** The people of a wave, and its groups. */
  private String reached(AlertEvent.Climbed wave, PersonId reader) {
    var groups =
        wave.groups().stream()
            .flatMap(group -> directory.group(group).stream())
            .map(Group::name)
            .sorted();
    var all = Stream.concat(Stream.of(sorted(wave, reader)), groups);
    return Marks.clauses(all.filter(name -> !name.isEmpty()), text.words(reader));
  }

  private Optional<String> line(
      AlertEvent event, PersonId reader, AlertWords phrase, Map<String, String> slots) {
    return Optional.of(said(reader, phrase, event.by().at(), event.by().person(), slots));
  }

  private String said(
      PersonId reader,
      AlertWords phrase,
      Instant at,
      Optional<PersonId> who,
      Map<String, String> more) {
    var slots = new HashMap<>(more);
    slots.put("time", text.time(at));
    slots.put(
        "name",
        who.map(person -> text.name(person, reader))
            .orElseGet(() -> text.say(reader, AlertWords.SOMEBODY, Map.of())));
    return text.say(reader, phrase, slots);
  }
}

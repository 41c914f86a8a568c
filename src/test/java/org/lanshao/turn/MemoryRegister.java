package org.lanshao.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.form.Value;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.register.FileNumber;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;

/** The register in memory. */
final class MemoryRegister implements RegisterFacts {
  private final List<NewRegisterChange> changes = new ArrayList<>();
  private final Supplier<List<Revision>> standing;

  /** What is met follows from the records as they stand. */
  MemoryRegister(Supplier<List<Revision>> standing) {
    this.standing = standing;
  }

  /** Takes the next change; false when it is not the next. */
  boolean add(NewRegisterChange change) {
    return change.change().version() == changes.size() + 1L && changes.add(change);
  }

  /** All changes, the oldest first. */
  List<NewRegisterChange> changes() {
    return changes;
  }

  @Override
  public Optional<RegisterChange> since(long version) {
    var edits =
        changes.stream()
            .filter(change -> change.change().version() > version)
            .flatMap(change -> change.change().edits().stream())
            .toList();
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new RegisterChange(changes.size(), edits));
  }

  @Override
  public List<Kept> history(FileNumber number) {
    return changes.stream()
        .flatMap(
            change ->
                change.change().edits().stream()
                    .filter(edit -> number(edit).equals(number))
                    .map(edit -> new Kept(change.at(), change.kind(), change.by(), edit)))
        .toList();
  }

  @Override
  public Map<FileNumber, List<Kept>> changed(Instant from, Instant end) {
    return changes.stream()
        .filter(change -> !change.at().isBefore(from) && change.at().isBefore(end))
        .flatMap(change -> change.change().edits().stream())
        .map(MemoryRegister::number)
        .distinct()
        .collect(
            Collectors.toMap(
                number -> number,
                number ->
                    history(number).stream().filter(kept -> kept.at().isBefore(end)).toList()));
  }

  private static FileNumber number(RegisterEdit edit) {
    return switch (edit) {
      case RegisterEdit.Put put -> put.household().number();
      case RegisterEdit.Merge merge -> merge.from();
    };
  }

  @Override
  public Set<FileNumber> met(FormId form, DayRange range) {
    return records(form)
        .filter(r -> !r.day().isBefore(range.first()) && !r.day().isAfter(range.last()))
        .flatMap(MemoryRegister::households)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<FileNumber> metBy(FormId form, PersonId person) {
    return records(form)
        .filter(record -> record.person().equals(person))
        .flatMap(MemoryRegister::households)
        .collect(Collectors.toSet());
  }

  @Override
  public Map<FileNumber, LocalDate> lastMet(FormId form, LocalDate until) {
    var last = new HashMap<FileNumber, LocalDate>();
    records(form)
        .filter(record -> !record.day().isAfter(until))
        .forEach(
            record ->
                households(record)
                    .forEach(
                        number ->
                            last.merge(
                                number,
                                record.day(),
                                (one, other) -> one.isAfter(other) ? one : other)));
    return last;
  }

  private Stream<Submission> records(FormId form) {
    return standing.get().stream()
        .filter(revision -> revision.state() != Revision.State.WITHDRAWN)
        .map(Revision::record)
        .filter(record -> record.form().equals(form));
  }

  private static Stream<FileNumber> households(Submission record) {
    return record.answers().byQuestion().values().stream()
        .map(value -> value instanceof Value.Household one ? one.number().orElse(null) : null)
        .filter(Objects::nonNull)
        .map(FileNumber::new);
  }
}

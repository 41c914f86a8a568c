package org.lanshao.directory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.directory.Directory.Parts;

/** The parts of a directory while they are edited, for one change. */
final class Edited {
  /** So long a proposal can still be told of after it could be decided. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Atlas atlas;
  private Optional<Map<AreaCode, Area>> areas = Optional.empty();
  private final Map<PersonId, Person> people;
  private final Map<GroupId, Group> groups;
  private final Map<String, Proposal> proposals;
  private final Map<PersonId, PersonId> heirs;
  private Duty duty;

  Edited(Parts before) {
    atlas = before.atlas();
    people = Index.of(before.people(), Person::id);
    groups = Index.of(before.groups(), Group::id);
    proposals = new LinkedHashMap<>(before.proposals());
    heirs = new LinkedHashMap<>(before.heirs());
    duty = before.duty();
  }

  void apply(Edit edit) {
    switch (edit) {
      case Edit.PutArea(Area area) -> areas().put(area.code(), area);
      case Edit.DropArea(AreaCode code) -> areas().remove(code);
      case Edit.PutPerson put -> put(put.person());
      case Edit.DropPerson(PersonId id) -> people.remove(id);
      case Edit.PutGroup(Group group) -> groups.put(group.id(), group);
      case Edit.DropGroup(GroupId id) -> groups.remove(id);
      case Edit.HandOver(PersonId from, PersonId to) -> heirs.put(from, to);
      case Edit.Propose(Proposal proposal) -> proposals.put(proposal.number(), proposal);
      case Edit.Settle settle ->
          proposals.computeIfPresent(settle.number(), (number, open) -> open.settled(settle));
      case Edit.Roster roster -> duty = duty.after(edit);
      case Edit.Begin begin -> duty = duty.after(edit);
      case Edit.End end -> duty = duty.after(edit);
    }
  }

  /** Somebody who is back has their work again. */
  private void put(Person person) {
    people.put(person.id(), person);
    if (!person.left()) {
      heirs.remove(person.id());
    }
  }

  /** Most changes leave the areas alone. */
  private Map<AreaCode, Area> areas() {
    if (areas.isEmpty()) {
      areas = Optional.of(Index.of(atlas.areas(), Area::code));
    }
    return areas.get();
  }

  Parts parts(Change change) {
    proposals
        .values()
        .removeIf(proposal -> proposal.until().plus(REMEMBERED).isBefore(change.at()));
    return new Parts(
        change.version(),
        areas.map(map -> new Atlas(List.copyOf(map.values()))).orElse(atlas),
        List.copyOf(people.values()),
        List.copyOf(groups.values()),
        duty.since(change.at()),
        proposals,
        heirs);
  }
}

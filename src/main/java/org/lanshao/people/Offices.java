package org.lanshao.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lanshao.directory.Agencies;
import org.lanshao.directory.Agency;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.Proposal;
import org.lanshao.directory.Role;
import org.lanshao.message.Reply;
import org.lanshao.turn.Unavailable;

/** 部门: of which agency an officer of a town is, and where agencies have nobody yet. */
final class Offices {
  private static final Set<String> NONE = Set.of("无", "無", "没有", "不是部门");

  /** More names are better looked at by county. */
  private static final int NAMED = 30;

  private final Previews previews;

  Offices(Previews previews) {
    this.previews = previews;
  }

  /** 部门 叶青田 民政办, 部门 叶青田 无; alone what there is. */
  Outcome office(Said said, String rest) throws Unavailable {
    if (rest.isEmpty()) {
      return list(said);
    }
    var who = Moves.who(said, rest, said.directory().people());
    if (!(who instanceof Moves.Sought.One(Person person, String more))) {
      return ((Moves.Sought.Not) who).outcome();
    }
    var name = more.strip();
    var agency = new Agencies(said.directory()).called(name).or(() -> Agency.of(name));
    if (NONE.contains(name)) {
      return changed(said, person, Optional.empty());
    }
    if (agency.isEmpty()) {
      return said.reply(PeopleWords.OFFICE_HOW);
    }
    return person.role() == Role.TOWN
        ? changed(said, person, agency)
        : said.reply(PeopleWords.OFFICE_NOT_TOWN, Map.of("name", person.name()));
  }

  private Outcome changed(Said said, Person person, Optional<Agency> agency) throws Unavailable {
    var next = person.of(agency);
    var names = new Names(said.directory(), said.speaker().area());
    var slots =
        Map.of(
            "name", person.name(),
            "area", names.where(said.directory().charge(person)),
            "agency", agency.map(Agency::name).orElse(""));
    if (next.equals(person)) {
      return said.reply(PeopleWords.OFFICE_SAME, slots);
    }
    var edits = List.<Edit>of(new Edit.PutPerson(next, Optional.of(person)));
    return previews.show(
        said,
        new Previews.Plan(Proposal.Kind.UPDATE, person.area(), person.id().text(), edits),
        said.say(agency.isPresent() ? PeopleWords.OFFICE_PREVIEW : PeopleWords.OFFICE_LEFT, slots));
  }

  /** Each agency in a line: in how many towns somebody is of it, and where nobody is. */
  private static Outcome list(Said said) {
    var directory = said.directory();
    var charge = directory.charge(said.speaker());
    var officers = new ArrayList<Person>();
    directory.people().stream()
        .filter(p -> p.agency().isPresent() && directory.within(p.area(), charge))
        .forEach(officers::add);
    if (officers.isEmpty()) {
      return said.reply(PeopleWords.OFFICES_NONE);
    }
    var agencies = new TreeSet<>(Comparator.comparing(Agency::name));
    officers.forEach(person -> person.agency().ifPresent(agencies::add));
    var lines = agencies.stream().map(agency -> line(said, agency, officers));
    return Outcome.say(Reply.of(lines.collect(Collectors.joining("\n"))));
  }

  private static String line(Said said, Agency agency, List<Person> officers) {
    var directory = said.directory();
    var theirs = officers.stream().filter(p -> p.agency().equals(Optional.of(agency))).toList();
    var towns = theirs.stream().map(directory::charge).collect(Collectors.toSet());
    var missing = missing(directory, directory.charge(said.speaker()), towns);
    var slots =
        Map.of(
            "agency", agency.name(),
            "people", Integer.toString(theirs.size()),
            "towns", Integer.toString(towns.size()),
            "count", Integer.toString(missing.size()),
            "names", names(missing));
    return said.say(missing.isEmpty() ? PeopleWords.OFFICE_ALL : PeopleWords.OFFICE_LINE, slots);
  }

  private static List<String> missing(Directory directory, AreaCode charge, Set<AreaCode> has) {
    return directory.areas().stream()
        .filter(area -> area.kind() == Area.Kind.TOWN && directory.within(area.code(), charge))
        .filter(town -> !has.contains(town.code()))
        .map(directory::fullName)
        .toList();
  }

  private static String names(List<String> towns) {
    var some = towns.stream().limit(NAMED).collect(Collectors.joining("、"));
    return towns.size() > NAMED ? some + "…" : some;
  }
}

package org.lanshao.desk;

import org.lanshao.desk.alert.Emergencies;
import org.lanshao.desk.filing.Filings;
import org.lanshao.desk.filing.Pending;
import org.lanshao.desk.matter.Reminders;
import org.lanshao.desk.people.Handing;
import org.lanshao.desk.people.Staff;
import org.lanshao.desk.people.WorkInHand;
import org.lanshao.desk.register.Enrolling;
import org.lanshao.desk.season.Homeward;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.turn.Facts;

/** What takes part in a turn, each made once for what is published and set. */
record TurnParts(
    Facts facts,
    Definitions definitions,
    Listening listening,
    Routing routing,
    Filings filings,
    Enrolling enrolling,
    Pending pending,
    Watching watching,
    Staff staff,
    Emergencies emergencies,
    Reminders reminders,
    Homeward homeward,
    Surroundings surroundings) {
  static TurnParts of(Facts facts, Shelf shelf, Surroundings surroundings) {
    var commands = new CommandDesk(facts, shelf, surroundings);
    var work = new WorkInHand(facts, shelf, surroundings);
    var staff = new Staff(facts, work, surroundings);
    var routing = new Routing(shelf, commands, staff, facts, surroundings);
    var listening = new Listening(facts, shelf, surroundings);
    var pending = new Pending(facts, shelf, surroundings);
    return new TurnParts(
        facts,
        shelf,
        listening,
        routing,
        new Filings(facts, shelf, pending, routing.revisions().refusals(), listening, surroundings),
        new Enrolling(shelf, surroundings),
        pending,
        new Watching(pending, new Handing(work, surroundings.directory()), surroundings),
        staff,
        new Emergencies(facts, shelf, surroundings),
        new Reminders(facts, shelf, surroundings),
        new Homeward(facts, shelf, surroundings),
        surroundings);
  }
}

package org.lanshao.desk;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Library;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.record.RevisionLimits;
import org.lanshao.register.Register;
import org.lanshao.season.Reminders;

/**
 * What every turn needs to know.
 *
 * @param channels what there is to know of each channel
 * @param clock the time, in the zone whose days are counted
 * @param ids fresh ids, UUIDv7
 * @param courtesy when it may speak first
 * @param limits until when who may revise a record
 * @param raising what raising an alert needs to know
 * @param handouts what people are handed beside words
 * @param reminders seasons, and what goes out by them
 * @param register who is on file
 * @param foresight how long messages take to leave
 */
public record Surroundings(
    Directory directory,
    Wording wording,
    Function<ChannelName, ChannelTraits> channels,
    Clock clock,
    Supplier<UUID> ids,
    Courtesy courtesy,
    RevisionLimits limits,
    Raising raising,
    Handouts handouts,
    Reminders reminders,
    Register register,
    Foresight foresight) {
  /** The same with what another library says and is alarmed by. */
  Surroundings with(Library library) {
    var next = raising.with(library.danger());
    return new Surroundings(
        directory,
        library.wording(),
        channels,
        clock,
        ids,
        courtesy,
        limits,
        next,
        handouts,
        reminders,
        register,
        foresight);
  }

  /** The wording in the language of who speaks; as it is written for strangers. */
  Wording words(Coming coming) {
    return coming.speaker().map(Person::language).map(wording::in).orElse(wording);
  }

  /** The same, raising alerts so. */
  public Surroundings with(Raising other) {
    return new Surroundings(
        directory, wording, channels, clock, ids, courtesy, limits, other, handouts, reminders,
        register, foresight);
  }

  /** The same, handing these out. */
  public Surroundings with(Handouts other) {
    return new Surroundings(
        directory, wording, channels, clock, ids, courtesy, limits, raising, other, reminders,
        register, foresight);
  }

  /** The same, with these reminders. */
  public Surroundings with(Reminders other) {
    return new Surroundings(
        directory, wording, channels, clock, ids, courtesy, limits, raising, handouts, other,
        register, foresight);
  }

  /** Where nothing raises an alert. */
  public Surroundings(
      Directory directory,
      Wording wording,
      Function<ChannelName, ChannelTraits> channels,
      Clock clock,
      Supplier<UUID> ids,
      Courtesy courtesy,
      RevisionLimits limits) {
    this(
        directory,
        wording,
        channels,
        clock,
        ids,
        courtesy,
        limits,
        Raising.NONE,
        Handouts.NONE,
        Reminders.NONE,
        Register.EMPTY,
        Foresight.NONE);
  }

  /** The same, with another directory. */
  Surroundings with(Directory other) {
    return new Surroundings(
        other, wording, channels, clock, ids, courtesy, limits, raising, handouts, reminders,
        register, foresight);
  }

  /** The same, with another register. */
  public Surroundings with(Register other) {
    return new Surroundings(
        directory, wording, channels, clock, ids, courtesy, limits, raising, handouts, reminders,
        other, foresight);
  }

  /** The same, foreseeing so. */
  public Surroundings with(Foresight other) {
    return new Surroundings(
        directory, wording, channels, clock, ids, courtesy, limits, raising, handouts, reminders,
        register, other);
  }

  /** With what holds where nothing else is set. */
  public Surroundings(
      Directory directory,
      Wording wording,
      Function<ChannelName, ChannelTraits> channels,
      Clock clock,
      Supplier<UUID> ids) {
    this(directory, wording, channels, clock, ids, Courtesy.USUAL, RevisionLimits.DEFAULT);
  }
}

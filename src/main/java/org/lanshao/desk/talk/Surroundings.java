package org.lanshao.desk.talk;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
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

  /** With what holds where nothing else is set. */
  public Surroundings(
      Directory directory,
      Wording wording,
      Function<ChannelName, ChannelTraits> channels,
      Clock clock,
      Supplier<UUID> ids) {
    this(directory, wording, channels, clock, ids, Courtesy.USUAL, RevisionLimits.DEFAULT);
  }

  /** The wording in the language of who speaks; as it is written for strangers. */
  public Wording words(Coming coming) {
    return coming.speaker().map(Person::language).map(wording::in).orElse(wording);
  }

  /** The same with what another library says and is alarmed by. */
  public Surroundings with(Library library) {
    return changed(
        copy -> {
          copy.wording = library.wording();
          copy.raising = raising.with(library.danger());
        });
  }

  /** The same, with another directory. */
  public Surroundings with(Directory other) {
    return changed(copy -> copy.directory = other);
  }

  /** The same, with another register. */
  public Surroundings with(Register other) {
    return changed(copy -> copy.register = other);
  }

  /** The same, raising alerts so. */
  public Surroundings with(Raising other) {
    return changed(copy -> copy.raising = other);
  }

  /** The same, handing these out. */
  public Surroundings with(Handouts other) {
    return changed(copy -> copy.handouts = other);
  }

  /** The same, with these reminders. */
  public Surroundings with(Reminders other) {
    return changed(copy -> copy.reminders = other);
  }

  /** The same, foreseeing so. */
  public Surroundings with(Foresight other) {
    return changed(copy -> copy.foresight = other);
  }

  private Surroundings changed(Consumer<Copy> change) {
    var copy = new Copy(this);
    change.accept(copy);
    return new Surroundings(
        copy.directory,
        copy.wording,
        channels,
        clock,
        ids,
        courtesy,
        limits,
        copy.raising,
        copy.handouts,
        copy.reminders,
        copy.register,
        copy.foresight);
  }

  /** What of it is changed while it is put together and while a desk runs. */
  private static final class Copy {
    private Directory directory;
    private Wording wording;
    private Raising raising;
    private Handouts handouts;
    private Reminders reminders;
    private Register register;
    private Foresight foresight;

    Copy(Surroundings from) {
      this.directory = from.directory;
      this.wording = from.wording;
      this.raising = from.raising;
      this.handouts = from.handouts;
      this.reminders = from.reminders;
      this.register = from.register;
      this.foresight = from.foresight;
    }
  }
}

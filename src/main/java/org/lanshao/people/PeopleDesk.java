package org.lanshao.people;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Wording;
import org.lanshao.message.Content;
import org.lanshao.turn.Unavailable;

/** Understands what is said about people, duty and groups, and tells what follows. */
public final class PeopleDesk {
  private final Moves moves;
  private final Offices offices;
  private final Rosters rosters;
  private final Binding binding;
  private final Newcomers newcomers;
  private final Platform platform;

  /** With numbers from here, and asking there what is left over of somebody who leaves. */
  public PeopleDesk(Fresh fresh, OpenWork work) {
    var previews = new Previews(fresh);
    this.moves = new Moves(previews, work);
    this.offices = new Offices(previews);
    this.rosters = new Rosters(previews);
    this.binding = new Binding(previews, fresh);
    this.newcomers = new Newcomers(fresh);
    this.platform = new Platform(fresh, work);
  }

  /** What follows from the words of a known person; empty when they are about something else. */
  public Optional<Outcome> answer(Said said) throws Unavailable {
    var typed = binding.typed(said);
    if (typed.isPresent()) {
      return typed;
    }
    var heard = PeopleWord.read(said.text(), said.place().busy());
    return heard.isEmpty() ? Optional.empty() : answer(said, heard.get());
  }

  private Optional<Outcome> answer(Said said, PeopleWord.Heard heard) throws Unavailable {
    return switch (heard.word()) {
      case AGREE, REFUSE, DROP ->
          said.place().isGroup()
              ? Optional.empty()
              : Deciding.decide(said, heard.word(), heard.rest());
      case REGISTER -> registered(said, heard.rest());
      case DUTY ->
          said.place().busy()
              ? Optional.empty()
              : guarded(said, heard.word()).or(() -> DutyList.answer(said, heard.rest()));
      case MOVE, LEAVE, RETURN, OFFICE, ROSTER, BIND, UNBIND, GROUPS -> {
        var refused = guarded(said, heard.word());
        yield refused.isPresent() ? refused : Optional.of(command(said, heard));
      }
    };
  }

  /** Why not here, or not from this person. */
  private static Optional<Outcome> guarded(Said said, PeopleWord word) {
    if (said.place().isGroup()) {
      return Optional.of(said.reply(PeopleWords.IN_PRIVATE));
    }
    return word.isFor(said.speaker().role())
        ? Optional.empty()
        : Optional.of(said.reply(PeopleWords.NOT_FOR_YOU, Map.of("word", word.word())));
  }

  private Outcome command(Said said, PeopleWord.Heard heard) throws Unavailable {
    return switch (heard.word()) {
      case MOVE -> moves.move(said, heard.rest());
      case LEAVE -> moves.leave(said, heard.rest());
      case RETURN -> moves.back(said, heard.rest());
      case OFFICE -> offices.office(said, heard.rest());
      case ROSTER -> rosters.plan(said, heard.rest());
      case BIND -> binding.bind(said, heard.rest());
      case UNBIND -> binding.unbind(said, heard.rest());
      case GROUPS -> Binding.list(said);
      case REGISTER, DUTY, AGREE, REFUSE, DROP ->
          throw new IllegalStateException("no command: " + heard.word());
    };
  }

  /** 登记 with an introduction, of somebody who is known already. */
  private static Optional<Outcome> registered(Said said, String rest) {
    boolean introduces =
        !said.place().busy()
            && Introduction.read(rest, said.directory()) instanceof Introduction.Read.Whole;
    return introduces && !said.place().isGroup()
        ? Optional.of(said.reply(PeopleWords.REGISTER_KNOWN))
        : Optional.empty();
  }

  /** What follows from the words of somebody unknown; empty when they are no 登记. */
  public Optional<Outcome> newcomer(
      String text, Said.Place place, Directory directory, Wording wording, ZonedDateTime now)
      throws Unavailable {
    return newcomers.answer(
        new Newcomers.Stranger(text, place, directory, wording, now.toInstant()));
  }

  /**
   * What follows when a platform says how its directory has whoever has the account of this place:
   * those above are asked, once; nothing is done by itself.
   *
   * @param listed empty when it has them no more
   */
  public Optional<Outcome> told(
      Optional<Content.Listed> listed,
      Said.Place place,
      Directory directory,
      Wording wording,
      ZonedDateTime now)
      throws Unavailable {
    var news = new Platform.News(place, directory, wording, now);
    return listed.isEmpty() ? platform.left(news) : platform.listed(listed.get(), news);
  }

  /** The lines of 帮助 for somebody, in private; none in a group. */
  public static List<String> help(Person person, boolean group, Wording wording) {
    var lines = new ArrayList<String>();
    if (!group) {
      lines.add(wording.say(PeopleWords.HELP_DUTY));
      if (PeopleWord.ROSTER.isFor(person.role())) {
        lines.add(wording.say(PeopleWords.HELP_ROSTER));
        lines.add(wording.say(PeopleWords.HELP_PEOPLE));
        lines.add(wording.say(PeopleWords.HELP_GROUPS));
        lines.add(wording.say(PeopleWords.HELP_AGREE));
      }
    }
    return lines;
  }
}

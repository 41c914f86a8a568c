package org.lanshao.desk.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.alert.Alert;
import org.lanshao.alert.By;
import org.lanshao.alert.FirstWords;
import org.lanshao.alert.Plans;
import org.lanshao.alert.Roster;
import org.lanshao.command.MatterDetail;
import org.lanshao.desk.matter.MatterDesk;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.DirectoryRoster;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Talk;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Content;
import org.lanshao.message.Reply;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/** What all that is done about alerts has in common. */
final class AlertRoom {
  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;
  private final FirstWords danger;
  private final Roster roster;
  private final AlertText text;
  private final Addresses addresses;
  private final Replies replies;

  AlertRoom(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
    this.danger = new FirstWords(surroundings.raising().danger());
    this.roster = new DirectoryRoster(surroundings);
    this.text = new AlertText(shelf, surroundings);
    this.addresses = new Addresses(surroundings);
    this.replies = new Replies(surroundings);
  }

  Facts facts() {
    return facts;
  }

  /** What tells matters to somebody. */
  MatterDetail matterDetail(Person reader) {
    return MatterDesk.detail(surroundings, words(reader.id()));
  }

  /** The wording in the language of somebody. */
  Wording words(PersonId person) {
    return directory()
        .person(person)
        .map(Person::language)
        .map(wording()::in)
        .orElseGet(this::wording);
  }

  /** The forms as they are written. */
  List<Form> forms() {
    return shelf.current();
  }

  /** The forms in the language of somebody. */
  List<Form> forms(Person person) {
    return shelf.current(person.language());
  }

  /** The local day of now. */
  LocalDate today() {
    return LocalDate.now(surroundings.clock());
  }

  /** Where days are counted. */
  ZoneId zone() {
    return surroundings.clock().getZone();
  }

  Directory directory() {
    return surroundings.directory();
  }

  Wording wording() {
    return surroundings.wording();
  }

  Plans plans() {
    return surroundings.raising().plans();
  }

  FirstWords danger() {
    return danger;
  }

  Roster roster() {
    return roster;
  }

  AlertText text() {
    return text;
  }

  Addresses addresses() {
    return addresses;
  }

  Replies replies() {
    return replies;
  }

  Instant now() {
    return surroundings.clock().instant();
  }

  UUID id() {
    return surroundings.ids().get();
  }

  /** Who has this account; empty for somebody the directory does not know. */
  Optional<Person> speaker(ChannelName channel, String account) {
    return directory().speaker(surroundings.channels().apply(channel).kind(), account);
  }

  /** Who says this, when, and where from. */
  By by(Coming coming) {
    return new By(coming.speaker().map(Person::id), coming.inbound().conversation().key(), now());
  }

  /** The wording in the language of who speaks. */
  Wording words(Coming coming) {
    return coming.speaker().map(Person::language).map(wording()::in).orElse(wording());
  }

  /** What is sent about the alert of a page. */
  AlertPost post(AlertPage page, By by) {
    return new AlertPost(page, this, by);
  }

  /**
   * The alert that somebody goes on talking about, or whose rest is asked here; empty when it is
   * closed or there is none.
   */
  Optional<KeptAlert> open(Talk talk) throws Unavailable {
    var number = talk.alert().or(() -> talk.drafts().inHand().flatMap(Draft::alert));
    var kept = number.isEmpty() ? Optional.<KeptAlert>empty() : facts.alert(number.get());
    return kept.filter(one -> !(one.alert() instanceof Alert.Closed));
  }

  /** The words of a message; empty for the answer to a question, and for what has no words. */
  static Optional<String> said(Content content) {
    return switch (content) {
      case Content.Text(String words) -> Optional.of(words);
      case Content.Pressed(Reply.Choice choice) when choice.question().isEmpty() ->
          Optional.of(choice.say());
      case Content.Several(List<Content> items) ->
          items.stream()
              .flatMap(item -> said(item).stream())
              .reduce((before, after) -> before + "\n" + after);
      default -> Optional.empty();
    };
  }
}

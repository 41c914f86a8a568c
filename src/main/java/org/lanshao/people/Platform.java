package org.lanshao.people;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.directory.Role;
import org.lanshao.form.Wording;
import org.lanshao.message.Content;
import org.lanshao.message.Reply;
import org.lanshao.turn.Unavailable;

/**
 * What platforms tell of their own directories: that somebody came, is otherwise, or went. Nothing
 * is done by itself: those above are asked, and asked once.
 */
final class Platform {
  private final Fresh fresh;
  private final OpenWork work;

  Platform(Fresh fresh, OpenWork work) {
    this.fresh = fresh;
    this.work = work;
  }

  /**
   * What there is to know for it.
   *
   * @param place the channel, and the account that the platform told of
   */
  record News(Said.Place place, Directory directory, Wording wording, ZonedDateTime now) {
    Instant at() {
      return now.toInstant();
    }

    /** Whoever has or had the account. */
    Optional<Person> known() {
      return directory.known(place.kind(), place.origin().account());
    }
  }

  /** Somebody is not in it any more; empty when nobody has to be asked. */
  Optional<Outcome> left(News news) throws Unavailable {
    var known = news.known().filter(person -> !person.left());
    return known.isEmpty() ? Optional.empty() : left(known.get(), news);
  }

  private Optional<Outcome> left(Person person, News news) throws Unavailable {
    var heir = Moves.heir(news.directory(), person, Optional.empty()).map(Person::id);
    var plan = Moves.plan(person, heir);
    var name = new Names(news.directory(), person.area()).full(person);
    return asked(
        news, plan, person, new PlatformQuestion(PeopleWords.LEAVE_ASKED, Map.of("name", name)));
  }

  /** Somebody is in it like this; empty when that changes nothing here. */
  Optional<Outcome> listed(Content.Listed listed, News news) throws Unavailable {
    var told = new Listing(listed, news.place(), news.directory());
    var known = news.known();
    if (known.isEmpty()) {
      return listed.isNew() ? newcomer(told, news) : Optional.empty();
    }
    var before = known.get();
    if (before.left()) {
      return listed.isNew() ? back(before, told, news) : Optional.empty();
    }
    var after = told.of(before);
    return after.equals(before) ? Optional.empty() : changed(before, after, news);
  }

  private Optional<Outcome> newcomer(Listing told, News news) throws Unavailable {
    var area = told.area();
    if (told.name().isEmpty() || area.isEmpty()) {
      return Optional.empty();
    }
    var accounts = Map.of(news.place().kind(), told.account());
    var id = new PersonId("n" + fresh.number("n"));
    var person =
        new Person(id, told.name().get(), Role.WORKER, area.get(), accounts, told.phone(), "zh");
    var plan = plan(Proposal.Kind.REGISTER, person, Optional.empty(), List.of());
    var slots =
        Map.of("name", person.name(), "phone", person.phone(), "area", where(news, person.area()));
    return asked(news, plan, person, new PlatformQuestion(PeopleWords.LISTED_NEW, slots));
  }

  private Optional<Outcome> back(Person before, Listing told, News news) throws Unavailable {
    var after = told.of(before).left(false);
    var plan = plan(Proposal.Kind.RETURN, after, Optional.of(before), List.of());
    var slots = Map.of("name", before.name(), "area", where(news, after.area()));
    return asked(news, plan, after, new PlatformQuestion(PeopleWords.LISTED_BACK, slots));
  }

  private Optional<Outcome> changed(Person before, Person after, News news) throws Unavailable {
    boolean moves = !after.area().equals(before.area());
    var kind = moves ? Proposal.Kind.MOVE : Proposal.Kind.UPDATE;
    var own = new OpenWork.Reader(before, news.wording());
    boolean hands = moves && !work.inHand(before, own).isEmpty();
    var heir =
        hands ? Moves.heir(news.directory(), before, Optional.empty()) : Optional.<Person>empty();
    var handed = heir.stream().<Edit>map(to -> new Edit.HandOver(before.id(), to.id())).toList();
    var plan = plan(kind, after, Optional.of(before), handed);
    var name = new Names(news.directory(), before.area()).full(before);
    var slots = Map.of("name", name);
    var changes = differences(before, after, news);
    return asked(
        news, plan, before, new PlatformQuestion(PeopleWords.LISTED_CHANGED, slots, changes));
  }

  private static List<PlatformQuestion.Difference> differences(
      Person before, Person after, News news) {
    var kind = news.place().kind();
    return Stream.of(
            new PlatformQuestion.Difference(PeopleWords.LISTED_NAME, before.name(), after.name()),
            new PlatformQuestion.Difference(
                PeopleWords.LISTED_PHONE, before.phone(), after.phone()),
            new PlatformQuestion.Difference(
                PeopleWords.LISTED_AREA, where(news, before.area()), where(news, after.area())),
            new PlatformQuestion.Difference(
                PeopleWords.LISTED_ACCOUNT,
                before.account(kind).orElse(""),
                after.account(kind).orElse("")))
        .filter(PlatformQuestion.Difference::isOne)
        .toList();
  }

  private static Previews.Plan plan(
      Proposal.Kind kind, Person after, Optional<Person> before, List<Edit> more) {
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.PutPerson(after, before));
    edits.addAll(more);
    return new Previews.Plan(kind, after.area(), after.id().text(), edits);
  }

  private static String where(News news, AreaCode area) {
    return new Names(news.directory(), new AreaCode("")).where(area);
  }

  private Optional<Outcome> asked(
      News news, Previews.Plan plan, Person about, PlatformQuestion question) throws Unavailable {
    var deciders =
        new PeopleRights(news.directory()).deciders(about, plan.area(), news.place().kind());
    if (deciders.isEmpty() || isAsked(news, plan)) {
      return Optional.empty();
    }
    var proposal = proposal(news, plan);
    var edits = new ArrayList<Edit>(earlier(news, plan));
    edits.add(new Edit.Propose(proposal));
    var notices =
        deciders.stream()
            .map(
                decider ->
                    new Outcome.Notice(
                        new Outcome.To.Known(decider.id()),
                        question.put(proposal, news.wording().in(decider.language()))))
            .toList();
    return Optional.of(
        Outcome.of(Reply.NONE, new Outcome.Deed(plan.kind(), plan.subject(), edits, notices)));
  }

  /** Whether it is asked already; what somebody refused is not asked again, but for leaving. */
  private static boolean isAsked(News news, Previews.Plan plan) {
    boolean isWhole = plan.kind() == Proposal.Kind.REGISTER || plan.kind() == Proposal.Kind.LEAVE;
    return about(news, plan)
        .filter(one -> one.kind() == plan.kind())
        .filter(one -> isWhole || one.edits().equals(plan.edits()))
        .anyMatch(
            one ->
                one.isOpen(news.at())
                    || (one.state() == Proposal.State.REFUSED
                        && one.kind() != Proposal.Kind.LEAVE));
  }

  /** What was asked of the same person before is asked no more; but for whether they left. */
  private static List<Edit.Settle> earlier(News news, Previews.Plan plan) {
    return about(news, plan)
        .filter(one -> one.isOpen(news.at()) && one.kind() != Proposal.Kind.LEAVE)
        .map(one -> new Edit.Settle(one.number(), Proposal.State.DROPPED, Optional.empty()))
        .toList();
  }

  private static Stream<Proposal> about(News news, Previews.Plan plan) {
    return news.directory().proposals().stream()
        .filter(one -> !one.isPreview())
        .filter(
            one ->
                one.subject().equals(plan.subject())
                    || one.edits().stream().anyMatch(edit -> isOfAccount(edit, news.place())));
  }

  private static boolean isOfAccount(Edit edit, Said.Place place) {
    return edit instanceof Edit.PutPerson(Person person, var before)
        && person
            .account(place.kind())
            .filter(place.origin().account()::equalsIgnoreCase)
            .isPresent();
  }

  private Proposal proposal(News news, Previews.Plan plan) throws Unavailable {
    return new Proposal(
        Previews.LETTER + fresh.number(Previews.LETTER),
        plan.kind(),
        news.at(),
        news.at().plus(Previews.LONG),
        Optional.empty(),
        new Proposal.Origin(news.place().origin().channel(), ""),
        plan.area(),
        plan.subject(),
        plan.edits(),
        "",
        Proposal.State.OPEN,
        Optional.empty());
  }
}

package org.lanshao.desk.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.By;
import org.lanshao.alert.Due;
import org.lanshao.alert.Notice;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Chat;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;

/** The messages of one turn about one alert, as rows. */
public final class AlertPost {
  private static final Terms NEWS = Terms.of(Lane.EMERGENCY);

  private final AlertPage page;
  private final AlertRoom room;
  private final AlertText text;
  private final By by;
  private final List<NewOutgoing> rows = new ArrayList<>();

  AlertPost(AlertPage page, AlertRoom room, By by) {
    this.page = page;
    this.room = room;
    this.text = room.text();
    this.by = by;
  }

  /** What ends when somebody takes over: the cards that have not left. */
  static Cause cause(String number) {
    return new Cause("alert:" + number);
  }

  /** What the {@code once} of all messages about an alert begin with. */
  public static String begin(String number) {
    return "alert:" + number + ":";
  }

  /** The rows of all notices of the page. */
  static List<NewOutgoing> of(AlertPage page, AlertRoom room, By by) {
    var post = room.post(page, by);
    int event = 0;
    for (Notice notice : page.notices()) {
      event = next(page.events(), event, notice);
      post.write(notice, page.before().events().size() + event);
    }
    return post.rows;
  }

  /** The place, from 1, of the event that this notice belongs to. */
  private static int next(List<AlertEvent> events, int from, Notice notice) {
    int at = from;
    while (at < events.size() && !belongs(events.get(at), notice)) {
      at++;
    }
    return at + 1;
  }

  private static boolean belongs(AlertEvent event, Notice notice) {
    return notice instanceof Notice.Wave
        ? event instanceof AlertEvent.Climbed
        : event instanceof AlertEvent.Reminded;
  }

  private void write(Notice notice, int place) {
    switch (notice) {
      case Notice.Wave wave -> wave(wave, place);
      case Notice.Call(var whom) -> call(whom, place);
      case Notice.Missing(var people) -> missing(people, place);
      case Notice.Late(var due, var people) -> late(due, people, place);
    }
  }

  private void wave(Notice.Wave wave, int place) {
    var terms = new Terms(Lane.EMERGENCY, Optional.empty(), Optional.of(cause(page.number())));
    for (PersonId person : wave.people()) {
      send(person, text.card(page.alert(), wave, person), place, terms);
    }
    wave.groups().forEach(group -> send(group, text.group(page.alert()), place, terms));
  }

  private void call(List<PersonId> whom, int place) {
    var begun = page.alert().core().begun();
    var reader = begun.reporter().person().orElse(new PersonId(""));
    var said =
        text.say(
            reader,
            AlertWords.CALL,
            Map.of("number", page.number(), "people", text.people(whom, reader)));
    toReporter(said, place);
  }

  /** Something to the reporter, where they raised it; in a group nothing that names people. */
  private void toReporter(String said, int place) {
    var reporter = page.alert().core().begun().reporter();
    var conversation = reporter.conversation();
    if (conversation.chat() instanceof Chat.Private) {
      var first =
          text.callFirst(
              page.alert().core().known(), text.words(reporter.person().orElse(new PersonId(""))));
      var address =
          new Addresses.Address(
              conversation.channel(), new Target.ToPerson(conversation.account()));
      var part = new Reply.Part(first + "\n" + said, List.of());
      rows.addAll(room.replies().to(address, part, once(place, "r."), by.at(), NEWS));
    } else {
      reporter
          .person()
          .ifPresent(person -> send(person, new Reply.Part(said, List.of()), place, NEWS));
    }
  }

  private void missing(List<PersonId> people, int place) {
    for (PersonId person : people) {
      tell(
          person,
          AlertWords.MISSING,
          Map.of(
              "missing", String.join("、", page.alert().core().known().missing()),
              "reporter", text.reporter(page.alert(), person)),
          place);
    }
  }

  private void late(Due due, List<PersonId> people, int place) {
    var takers =
        page.alert() instanceof Alert.Running running ? running.takers() : List.<PersonId>of();
    for (PersonId person : people) {
      var name = takers.isEmpty() ? "" : text.name(takers.getFirst(), person);
      var phrase = due == Due.LAST ? AlertWords.LATE_LAST : AlertWords.LATE_REPORT;
      tell(person, phrase, Map.of("name", name), place);
    }
  }

  private void tell(PersonId person, AlertWords phrase, Map<String, String> more, int place) {
    var slots = new HashMap<>(more);
    slots.put("mark", text.mark(page.alert(), person));
    slots.put("number", page.number());
    slots.put("summary", text.summary(page.alert(), person));
    send(person, new Reply.Part(text.say(person, phrase, slots), List.of()), place, NEWS);
  }

  /** Tells everybody who was told of it before or took over, but not who speaks. */
  void tellOthers(AlertWords phrase, Map<String, String> slots) {
    var core = page.alert().core();
    Set<PersonId> people = new LinkedHashSet<>();
    core.told().stream().sorted(Comparator.comparing(PersonId::text)).forEach(people::add);
    if (page.alert() instanceof Alert.Running running) {
      people.addAll(running.takers());
    }
    by.person().ifPresent(people::remove);
    core.begun().reporter().person().ifPresent(people::remove);
    people.forEach(person -> tell(person, phrase, slots, place()));
  }

  /** Tells the reporter, unless they speak themselves. */
  void tellReporter(AlertWords phrase, Map<String, String> more) {
    var reporter = page.alert().core().begun().reporter();
    if (reporter.person().isEmpty() || !reporter.person().equals(by.person())) {
      var reader = reporter.person().orElse(new PersonId(""));
      var slots = new HashMap<>(more);
      slots.put("number", page.number());
      slots.put("mark", text.mark(page.alert(), reader));
      toReporter(text.say(reader, phrase, slots), place());
    }
  }

  /** Tells the groups that heard of it. */
  void tellGroups(AlertWords phrase) {
    page.alert().core().groups().stream()
        .sorted(Comparator.comparing(GroupId::text))
        .forEach(group -> send(group, text.group(page.alert(), phrase), place(), NEWS));
  }

  private int place() {
    return page.before().events().size() + page.events().size();
  }

  private void send(PersonId person, Reply.Part part, int place, Terms terms) {
    room.addresses()
        .of(person)
        .ifPresent(
            address ->
                rows.addAll(
                    room.replies().to(address, part, once(place, "p." + person), by.at(), terms)));
  }

  /** A group that nobody hears is also told how to know that an emergency was reported. */
  private String unheard(GroupId id, String said) {
    return room.directory().group(id).map(Group::isHeard).orElse(true)
        ? said
        : said + "\n" + text.unheard(page.alert());
  }

  private void send(GroupId group, String said, int place, Terms terms) {
    room.addresses()
        .of(group)
        .ifPresent(
            address ->
                rows.addAll(
                    room.replies()
                        .to(
                            address,
                            new Reply.Part(unheard(group, said), List.of()),
                            once(place, "g." + group),
                            by.at(),
                            terms)));
  }

  private String once(int place, String whom) {
    return begin(page.number()) + place + ":" + whom;
  }

  List<NewOutgoing> rows() {
    return rows;
  }
}

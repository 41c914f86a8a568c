package org.lanshao.desk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.command.Permission;
import org.lanshao.desk.alert.AlertPost;
import org.lanshao.desk.notice.NoticePost;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.PracticeWords;
import org.lanshao.desk.talk.SentMedia;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.Form;
import org.lanshao.form.Media;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Practice;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Facts;
import org.lanshao.turn.PracticeBook.Left;
import org.lanshao.turn.PracticeBook.Removal;
import org.lanshao.turn.Unavailable;

/**
 * 演练 alone lists what practice has left, 删除演练 takes it away: one's own, and a head that of the
 * station. What is taken away is what was shown: the list is named by a few digits.
 */
public final class PracticeDesk {
  /** The first word of taking it away. */
  public static final String REMOVE = "删除演练";

  private static final Set<String> LIST = Set.of(Practice.WORD, "演练记录", "演练列表", "我的演练");
  private static final String SURE = "确认";

  /** More than these at once is more than anybody reads. */
  private static final int MOST = 30;

  private final Facts facts;
  private final Shelf shelf;
  private final Speech speech;
  private final Surroundings surroundings;

  PracticeDesk(Facts facts, Shelf shelf, Speech speech, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.speech = speech;
    this.surroundings = surroundings;
  }

  /** What follows from these words; empty when they are about something else. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    var rest = Prefix.after(REMOVE, heard.text());
    if (rest.isEmpty() && !LIST.contains(Folding.tight(heard.text()))) {
      return Optional.empty();
    }
    if (heard.chat() instanceof Chat.Group) {
      return Optional.of(say(heard, PracticeWords.IN_PRIVATE));
    }
    var left = facts.practice().of(people(heard.speaker()));
    if (left.isEmpty()) {
      return Optional.of(say(heard, PracticeWords.NONE));
    }
    var sure = rest.flatMap(said -> Prefix.after(SURE, said));
    return Optional.of(
        sure.filter(name(left)::equals).isPresent()
            ? removed(left, heard)
            : Decision.say(list(left, rest.isPresent(), heard)));
  }

  /** Whose practice somebody sees: a head that of everybody who is or was at the station. */
  private Set<PersonId> people(Person speaker) {
    if (speaker.role() != Role.HEAD) {
      return Set.of(speaker.id());
    }
    var directory = surroundings.directory();
    var station = new Permission(directory).station(speaker);
    return Stream.concat(directory.people().stream(), directory.former().stream())
        .filter(person -> directory.within(person.area(), station))
        .map(Person::id)
        .collect(Collectors.toSet());
  }

  /** Four digits that are others when the list is. */
  private static String name(List<Left> left) {
    int sum = left.stream().map(Left::number).toList().hashCode();
    return Integer.toString(1000 + Math.floorMod(sum, 9000));
  }

  private Reply list(List<Left> left, boolean removes, Heard heard) {
    var words = speech.words(heard);
    var lines = new ArrayList<String>();
    var count = Integer.toString(left.size());
    lines.add(words.say(PracticeWords.LIST, Map.of("count", count)));
    left.stream().limit(MOST).map(one -> line(one, heard)).forEach(lines::add);
    if (left.size() > MOST) {
      var more = Map.of("count", Integer.toString(left.size() - MOST));
      lines.add(words.say(PracticeWords.MORE, more));
    }
    var sure = REMOVE + " " + SURE + " " + name(left);
    lines.add(
        removes
            ? words.say(PracticeWords.SURE, Map.of("words", sure, "count", count))
            : words.say(PracticeWords.LIST_END, Map.of("words", REMOVE)));
    var choice =
        removes
            ? new Reply.Choice(words.say(PracticeWords.SAY_SURE), sure)
            : new Reply.Choice(words.say(PracticeWords.SAY_REMOVE), REMOVE);
    return Reply.of(String.join("\n", lines), List.of(choice));
  }

  private String line(Left one, Heard heard) {
    var words = speech.words(heard);
    var letter = Practice.letter(one.number());
    var title =
        shelf.current(heard.speaker().language()).stream()
            .filter(form -> form.number().equals(letter))
            .map(Form::title)
            .findFirst()
            .orElseGet(() -> words.say(PracticeWords.NOTICE));
    var name = surroundings.directory().person(one.person()).map(Person::name).orElse("");
    var time =
        Shown.moment(LocalDateTime.ofInstant(one.at(), surroundings.clock().getZone()), words);
    return words.say(
        PracticeWords.LINE,
        Map.of("number", one.number(), "title", title, "time", time, "name", name));
  }

  private Decision removed(List<Left> left, Heard heard) throws Unavailable {
    var numbers = left.stream().map(Left::number).toList();
    var at = surroundings.clock().instant();
    var about = String.join(" ", numbers);
    facts.audit().note(heard.noted(AuditLog.Kind.REMOVE, about, at));
    facts.practice().remove(removals(numbers));
    var count = Map.of("count", Integer.toString(numbers.size()));
    return Decision.say(Reply.of(speech.words(heard).say(PracticeWords.REMOVED, count)));
  }

  private List<Removal> removals(List<String> numbers) throws Unavailable {
    var removals = new ArrayList<Removal>();
    for (String number : numbers) {
      var messages = List.of(AlertPost.begin(number), NoticePost.begin(number));
      removals.add(new Removal(number, messages, media(number)));
    }
    return removals;
  }

  /** The pictures and files that came with it. */
  private List<Media.Sent> media(String number) throws Unavailable {
    var media = new ArrayList<Media.Sent>();
    for (var revision : facts.history(number)) {
      media.addAll(SentMedia.of(revision.record().answers()));
    }
    facts.alert(number).map(SentMedia::of).ifPresent(media::addAll);
    return media.stream().distinct().toList();
  }

  private Decision say(Heard heard, PracticeWords phrase) {
    return Decision.say(Reply.of(speech.words(heard).say(phrase)));
  }
}

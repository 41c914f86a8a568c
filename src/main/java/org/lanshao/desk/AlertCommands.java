package org.lanshao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.alert.Access;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.By;
import org.lanshao.alert.Due;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.turn.AlertSeen;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/** Answers what people say to alerts: 接手, 收到, 续报, 终报, 结案, 误报, 重开, 明细 and 险情. */
final class AlertCommands {
  private static final List<String> LIST = List.of("险情", "險情", "险情列表", "alerts");

  private final Facts facts;
  private final Access access;
  private final AlertText text;
  private final Addresses addresses;
  private final Replies replies;
  private final AlertHistory history;

  AlertCommands(
      Facts facts,
      Directory directory,
      Access access,
      AlertText text,
      Addresses addresses,
      Replies replies) {
    this.facts = facts;
    this.access = access;
    this.text = text;
    this.addresses = addresses;
    this.replies = replies;
    this.history = new AlertHistory(text, directory);
  }

  /** What follows; empty when the words are said to no alert. */
  Optional<FirstSay> decide(String words, Person speaker, By by) throws Unavailable {
    if (LIST.contains(Folding.tight(words))) {
      return Optional.of(FirstSay.say(Reply.of(list(speaker))));
    }
    var said = AlertWord.read(words);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return said.get().number().isPresent()
        ? numbered(said.get(), speaker, by)
        : bare(said.get(), speaker, by);
  }

  private Optional<FirstSay> numbered(AlertWord.Said said, Person speaker, By by)
      throws Unavailable {
    var number = said.number().orElseThrow();
    var kept = facts.alert(number);
    if (kept.isPresent()) {
      return Optional.of(on(kept.get(), said, speaker, by));
    }
    boolean otherwise = said.word() == AlertWord.DETAIL;
    return otherwise
        ? Optional.empty()
        : Optional.of(say(speaker, AlertWords.UNKNOWN_NUMBER, Map.of("number", number)));
  }

  /** Without a number it is the only one that the speaker may be speaking of. */
  private Optional<FirstSay> bare(AlertWord.Said said, Person speaker, By by) throws Unavailable {
    var alone = said.rest().isEmpty();
    if (!AlertWord.firstWords().contains(said.word().text())
        && !(said.word() == AlertWord.SEEN && alone)) {
      return Optional.empty();
    }
    var open = mine(speaker, said.word());
    if (open.size() == 1) {
      return Optional.of(on(open.getFirst(), said, speaker, by));
    }
    if (said.word() == AlertWord.SEEN || (open.isEmpty() && !alone)) {
      return Optional.empty();
    }
    var numbers = open.stream().map(kept -> kept.alert().number()).collect(Collectors.joining("、"));
    return Optional.of(
        say(speaker, AlertWords.WHICH, Map.of("word", said.word().text(), "numbers", numbers)));
  }

  private List<KeptAlert> mine(Person speaker, AlertWord word) throws Unavailable {
    var all = new ArrayList<KeptAlert>();
    for (KeptAlert kept : facts.openAlerts()) {
      boolean unread = !kept.seen().containsKey(speaker.id());
      boolean told = kept.alert().core().told().contains(speaker.id());
      boolean fits =
          word == AlertWord.SEEN ? told && unread : access.maySee(speaker.id(), kept.alert());
      if (fits && !(kept.alert() instanceof Alert.Asked)) {
        all.add(kept);
      }
    }
    return all;
  }

  private FirstSay on(KeptAlert kept, AlertWord.Said said, Person speaker, By by) {
    var alert = kept.alert();
    if (!access.maySee(speaker.id(), alert) && !alert.core().told().contains(speaker.id())) {
      return say(speaker, AlertWords.NOT_YOURS, number(alert));
    }
    boolean needsWords =
        switch (said.word()) {
          case REPORT, FINAL, SETTLE, WITHDRAW, REOPEN -> true;
          case TAKE, SEEN, DETAIL, YES, NO -> false;
        };
    if (needsWords && said.rest().isEmpty()) {
      var slots = Map.of("word", said.word().text(), "number", alert.number());
      return say(speaker, AlertWords.SAY_WHY, slots);
    }
    return switch (said.word()) {
      case TAKE -> take(kept, speaker, by);
      case SEEN -> seen(kept, speaker, by);
      case REPORT -> report(kept, said.rest(), speaker, by);
      case FINAL -> end(kept, new AlertEvent.FinallyReported(by, said.rest()), speaker, by);
      case SETTLE -> end(kept, new AlertEvent.Settled(by, said.rest()), speaker, by);
      case WITHDRAW -> withdraw(kept, said.rest(), speaker, by);
      case REOPEN -> reopen(kept, said.rest(), speaker, by);
      case DETAIL -> FirstSay.say(Reply.of(history.text(kept, speaker.id())));
      case YES, NO -> throw new IllegalStateException("the answer to a question");
    };
  }

  private FirstSay take(KeptAlert kept, Person speaker, By by) {
    var alert = kept.alert();
    if (alert.core().begun().reporter().is(speaker.id())) {
      return say(speaker, AlertWords.OWN_REPORT, number(alert));
    }
    if (!access.mayTake(speaker.id(), alert)) {
      return say(speaker, AlertWords.NOT_YOURS, number(alert));
    }
    return switch (alert) {
      case Alert.Open open when open.takers().contains(speaker.id()) ->
          say(speaker, AlertWords.TAKEN_PART, needed(open));
      case Alert.Open open -> takes(kept, speaker, by);
      case Alert.Taken taken -> before(taken, speaker);
      case Alert.Resolved resolved -> before(resolved, speaker);
      case Alert.Asked asked -> say(speaker, AlertWords.NOT_YOURS, number(alert));
      case Alert.Closed closed -> say(speaker, AlertWords.IS_OVER, number(alert));
    };
  }

  private static Map<String, String> needed(Alert.Running open) {
    int more = open.core().begun().plan().needs() - open.takers().size();
    return Map.of("number", open.number(), "needed", Integer.toString(more));
  }

  private FirstSay before(Alert.Running alert, Person speaker) {
    var names =
        alert.takers().stream()
            .map(taker -> text.name(taker, speaker.id()))
            .collect(Collectors.joining("、"));
    return say(speaker, AlertWords.TAKEN_BEFORE, Map.of("number", alert.number(), "name", names));
  }

  private FirstSay takes(KeptAlert kept, Person speaker, By by) {
    var page = new AlertPage(kept);
    page.add(new AlertEvent.TakenOver(by));
    var post = new AlertPost(page, text, addresses, replies, by);
    if (page.alert() instanceof Alert.Open open) {
      return FirstSay.of(page, post.rows(), reply(speaker, AlertWords.TAKEN_PART, needed(open)));
    }
    post.tellReporter(
        AlertWords.TAKEN_REPORTER, Map.of("name", text.withPhone(speaker.id(), speaker.id())));
    post.tellOthers(AlertWords.TAKEN_OTHERS, Map.of("name", speaker.name()));
    post.tellGroups(AlertWords.GROUP_TAKEN);
    var slots =
        Map.of(
            "number", page.number(),
            "reporter", text.reporter(page.alert(), speaker.id()),
            "due", due(page.alert(), Due.FOLLOW_UP));
    return FirstSay.of(page, post.rows(), reply(speaker, AlertWords.TAKEN, slots));
  }

  private String due(Alert alert, Due due) {
    var at = alert.core().clocks().times().get(due);
    return at == null ? "" : text.time(at);
  }

  private FirstSay seen(KeptAlert kept, Person speaker, By by) {
    var noted = reply(speaker, AlertWords.SEEN_NOTED, number(kept.alert()));
    return new FirstSay(
        Optional.empty(),
        List.of(),
        List.of(new AlertSeen(kept.alert().number(), speaker.id(), by.at())),
        noted,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private FirstSay report(KeptAlert kept, String words, Person speaker, By by) {
    var alert = kept.alert();
    if (!(alert instanceof Alert.Running)) {
      return say(speaker, AlertWords.IS_OVER, number(alert));
    }
    var page = new AlertPage(kept);
    page.add(new AlertEvent.Reported(by, words));
    var count = Integer.toString(page.alert().core().reports());
    var slots = Map.of("name", speaker.name(), "count", count, "words", words);
    var post = new AlertPost(page, text, addresses, replies, by);
    post.tellOthers(AlertWords.REPORT_OTHERS, slots);
    var next = due(page.alert(), Due.FOLLOW_UP);
    return FirstSay.of(
        page,
        post.rows(),
        reply(
            speaker,
            AlertWords.REPORTED,
            Map.of("number", page.number(), "count", count, "due", next)));
  }

  /** The final report or the reason for closing, by who may act. */
  private FirstSay end(KeptAlert kept, AlertEvent event, Person speaker, By by) {
    var alert = kept.alert();
    if (!mayEnd(alert, speaker)) {
      return say(speaker, AlertWords.NOT_YOURS, number(alert));
    }
    if (alert instanceof Alert.Closed) {
      return say(speaker, AlertWords.IS_OVER, number(alert));
    }
    if (!allows(alert, event)) {
      var phrase =
          alert instanceof Alert.Resolved ? AlertWords.SETTLED_LACKS : AlertWords.TAKE_FIRST;
      return say(speaker, phrase, number(alert));
    }
    var page = new AlertPage(kept);
    page.add(event);
    var post = new AlertPost(page, text, addresses, replies, by);
    boolean last = event instanceof AlertEvent.FinallyReported;
    var words =
        event instanceof AlertEvent.FinallyReported it
            ? Map.of("name", speaker.name(), "words", it.words())
            : Map.of("name", speaker.name(), "why", ((AlertEvent.Settled) event).why());
    post.tellOthers(last ? AlertWords.FINAL_OTHERS : AlertWords.SETTLED_OTHERS, words);
    var phrase =
        page.alert() instanceof Alert.Closed
            ? AlertWords.SETTLED
            : last ? AlertWords.FINAL_REPORTED : AlertWords.SETTLED_LACKS;
    return FirstSay.of(page, post.rows(), reply(speaker, phrase, number(alert)));
  }

  private boolean mayEnd(Alert alert, Person speaker) {
    boolean took =
        alert instanceof Alert.Running running && running.takers().contains(speaker.id());
    return took || access.mayTake(speaker.id(), alert);
  }

  private static boolean allows(Alert alert, AlertEvent event) {
    return switch (alert) {
      case Alert.Taken taken -> true;
      case Alert.Resolved resolved ->
          (resolved.lack() == Alert.Lack.FINAL_REPORT)
              == event instanceof AlertEvent.FinallyReported;
      default -> false;
    };
  }

  private FirstSay withdraw(KeptAlert kept, String why, Person speaker, By by) {
    var alert = kept.alert();
    if (!(alert instanceof Alert.Running)) {
      return say(speaker, AlertWords.IS_OVER, number(alert));
    }
    boolean may = alert.core().begun().reporter().is(speaker.id()) || mayEnd(alert, speaker);
    if (!may) {
      return say(speaker, AlertWords.NOT_YOURS, number(alert));
    }
    var page = new AlertPage(kept);
    var post = new AlertPost(page, text, addresses, replies, by);
    page.add(new AlertEvent.Withdrawn(by, why));
    var slots = Map.of("name", speaker.name(), "why", why);
    post.tellOthers(AlertWords.WITHDRAWN_OTHERS, slots);
    post.tellReporter(AlertWords.WITHDRAWN_OTHERS, slots);
    post.tellGroups(AlertWords.GROUP_FALSE);
    return FirstSay.of(page, post.rows(), reply(speaker, AlertWords.WITHDRAWN, number(alert)));
  }

  private FirstSay reopen(KeptAlert kept, String why, Person speaker, By by) {
    var alert = kept.alert();
    if (!(alert instanceof Alert.Closed) && !(alert instanceof Alert.Resolved)) {
      return say(speaker, AlertWords.IS_OPEN, number(alert));
    }
    var page = new AlertPage(kept);
    page.add(new AlertEvent.Reopened(by, why));
    var post = new AlertPost(page, text, addresses, replies, by);
    post.tellReporter(AlertWords.REOPENED_OTHERS, Map.of("name", speaker.name(), "why", why));
    return FirstSay.of(page, post.rows(), reply(speaker, AlertWords.REOPENED, number(alert)));
  }

  private String list(Person speaker) throws Unavailable {
    var lines = new ArrayList<String>();
    for (KeptAlert kept : facts.openAlerts()) {
      var alert = kept.alert();
      if (access.maySee(speaker.id(), alert) && !(alert instanceof Alert.Asked)) {
        lines.add(history.line(alert, speaker.id()));
      }
    }
    if (lines.isEmpty()) {
      return text.say(speaker.id(), AlertWords.LIST_NONE, Map.of());
    }
    var count = Map.of("count", Integer.toString(lines.size()));
    lines.addFirst(text.say(speaker.id(), AlertWords.LIST_BEGIN, count));
    return String.join("\n", lines);
  }

  private static Map<String, String> number(Alert alert) {
    return Map.of("number", alert.number());
  }

  private Reply reply(Person speaker, AlertWords phrase, Map<String, String> slots) {
    return Reply.of(text.say(speaker.id(), phrase, slots));
  }

  private FirstSay say(Person speaker, AlertWords phrase, Map<String, String> slots) {
    return FirstSay.say(reply(speaker, phrase, slots));
  }
}

package org.lanshao.desk.people;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.command.CommandWords;
import org.lanshao.command.RollCall;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Unheard;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Facts.Fate;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * Calls rolls. A roll call is nothing but its messages: their {@code once} is {@code
 * roll:<area>:<milliseconds>:<key of who is called>}, and what became of them is its result.
 */
public final class RollCalls {
  /** More names are better looked at in parts: by town. */
  private static final int NAMED = 30;

  private final Facts facts;
  private final Wording wording;
  private final Surroundings around;

  /** By who can be written to. */
  public RollCalls(Facts facts, Wording wording, Surroundings around) {
    this.facts = facts;
    this.wording = wording;
    this.around = around;
  }

  /** What a call shows, sends or tells of those it was sent to. */
  public Decision decide(RollCall call, Heard heard) throws Unavailable {
    var kind = around.channels().apply(heard.where().channel()).kind();
    var called = Called.in(call.area(), around.directory(), heard.where().channel(), kind);
    return switch (call.step()) {
      case LOOK -> Decision.say(look(call.area(), called, heard.chat()));
      case START -> start(call.area(), called);
      case RESULT -> Decision.say(Reply.of(result(call.area(), called, heard.chat())));
    };
  }

  private Reply look(AreaCode area, List<Called> called, Chat chat) {
    var missing = called.stream().filter(one -> one.address().isEmpty()).toList();
    var command = "点名 " + name(area) + " 开始";
    var slots =
        Map.of(
            "area", name(area),
            "people", count(called, false),
            "groups", count(called, true),
            "missing", missing(missing, chat),
            "command", command);
    var button = new Reply.Choice(wording.say(CommandWords.ROLL_BUTTON), command);
    return Reply.of(wording.say(CommandWords.ROLL_LOOK, slots), List.of(button));
  }

  private String missing(List<Called> missing, Chat chat) {
    if (missing.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<String>();
    lines.add(
        wording.say(
            CommandWords.ROLL_MISSING_BEGIN, Map.of("count", Integer.toString(missing.size()))));
    var why = wording.say(CommandWords.ROLL_WHY_NO_ADDRESS);
    lines.addAll(lines(missing.stream().map(one -> line(one, why)).toList(), chat));
    return String.join("\n", lines) + "\n";
  }

  private static String count(List<Called> called, boolean groups) {
    long count =
        called.stream()
            .filter(one -> one.isGroup() == groups)
            .filter(one -> one.address().isPresent())
            .count();
    return Long.toString(count);
  }

  private Decision start(AreaCode area, List<Called> called) {
    Instant now = around.clock().instant();
    var begin = begin(area) + now.toEpochMilli() + ":";
    var rows = called.stream().flatMap(one -> test(one, begin, now).stream()).toList();
    if (rows.isEmpty()) {
      return Decision.say(
          Reply.of(wording.say(CommandWords.ROLL_NOBODY, Map.of("area", name(area)))));
    }
    var slots =
        Map.of(
            "people", count(called, false),
            "groups", count(called, true),
            "command", "点名 " + name(area) + " 结果");
    var reply = Reply.of(wording.say(CommandWords.ROLL_STARTED, slots));
    return Decision.say(reply).with(rows, Effect.Send::new);
  }

  private String time(Instant at, Wording words) {
    return Shown.moment(LocalDateTime.ofInstant(at, around.clock().getZone()), words);
  }

  private Optional<NewOutgoing> test(Called called, String begin, Instant now) {
    var words = around.wording().in(called.language());
    var test = words.say(CommandWords.ROLL_TEST, Map.of("time", time(now, words)));
    var text = called.group().map(group -> Unheard.behind(test, group, words)).orElse(test);
    return called
        .address()
        .map(
            to ->
                new NewOutgoing(
                    around.ids().get(),
                    to.channel(),
                    to.target(),
                    new Reply.Part(text, List.of()),
                    begin + called.key(),
                    now,
                    NewOutgoing.Terms.NOTICE));
  }

  private String result(AreaCode area, List<Called> called, Chat chat) throws Unavailable {
    var all = facts.fates(begin(area));
    if (all.isEmpty()) {
      return wording.say(CommandWords.ROLL_NEVER, Map.of("area", name(area)));
    }
    var last = at(all.getLast());
    var keyToFate =
        all.stream()
            .filter(fate -> at(fate).equals(last))
            .collect(Collectors.toMap(RollCalls::key, fate -> fate));
    var lines = new ArrayList<String>();
    called.stream()
        .filter(one -> one.address().isEmpty())
        .forEach(one -> lines.add(line(one, wording.say(CommandWords.ROLL_WHY_NO_ADDRESS))));
    called.forEach(
        one -> failed(keyToFate, one).ifPresent(fate -> lines.add(line(one, why(fate.code())))));
    var slots =
        Map.of(
            "area", name(area),
            "time", time(Instant.ofEpochMilli(Long.parseLong(last)), wording),
            "reached", count(keyToFate, Fate.End.ACCEPTED),
            "unreached", Integer.toString(lines.size()),
            "waiting", count(keyToFate, Fate.End.WAITS));
    var result = new ArrayList<String>();
    result.add(wording.say(CommandWords.ROLL_RESULT, slots));
    result.addAll(lines(lines, chat));
    return String.join("\n", result);
  }

  private static Optional<Fate> failed(Map<String, Fate> keyToFate, Called called) {
    return Optional.ofNullable(keyToFate.get(called.key()))
        .filter(fate -> fate.end() == Fate.End.FAILED);
  }

  private static String count(Map<String, Fate> keyToFate, Fate.End end) {
    return Long.toString(keyToFate.values().stream().filter(f -> f.end() == end).count());
  }

  /** Names are for private talks; of very many the first. */
  private List<String> lines(List<String> lines, Chat chat) {
    if (lines.isEmpty()) {
      return lines;
    }
    if (chat instanceof Chat.Group) {
      return List.of(wording.say(CommandWords.ROLL_IN_PRIVATE));
    }
    if (lines.size() <= NAMED) {
      return lines;
    }
    var some = new ArrayList<>(lines.subList(0, NAMED));
    var more = Map.of("count", Integer.toString(lines.size() - NAMED));
    some.add(wording.say(CommandWords.ROLL_MORE, more));
    return some;
  }

  private String line(Called called, String why) {
    var name =
        called.isGroup()
            ? wording.say(CommandWords.ROLL_GROUP, Map.of("name", called.name()))
            : called.name();
    return wording.say(CommandWords.ROLL_LINE, Map.of("name", name, "why", why));
  }

  private String why(String code) {
    return switch (code) {
      case "unknown_recipient" -> wording.say(CommandWords.ROLL_WHY_ACCOUNT);
      case "no_permission" -> wording.say(CommandWords.ROLL_WHY_PERMISSION);
      case "unknown_group", "group_refused" -> wording.say(CommandWords.ROLL_WHY_GROUP);
      case "no_channel", "no_group" -> wording.say(CommandWords.ROLL_WHY_CHANNEL);
      case "settings" -> wording.say(CommandWords.ROLL_WHY_SETTINGS);
      default -> wording.say(CommandWords.ROLL_WHY_OTHER, Map.of("code", code));
    };
  }

  private String name(AreaCode area) {
    var directory = around.directory();
    return directory.area(area).map(directory::fullName).orElse(area.text());
  }

  private static String begin(AreaCode area) {
    return "roll:" + area + ":";
  }

  private static String at(Fate fate) {
    return fate.once().split(":", 4)[2];
  }

  private static String key(Fate fate) {
    return fate.once().split(":", 4)[3];
  }
}

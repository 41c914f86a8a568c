package org.lanshao.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.message.Outbound.Target;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Resting;

/** The answers to 未送达 and 待发: whom messages of the asker's area did not reach, what waits. */
final class Undelivered {
  /** So many are told; the rest is counted. */
  private static final int TOLD = 20;

  private static final Set<Role> ROLES = Set.of(Role.HEAD, Role.COUNTY, Role.CITY, Role.ADMIN);

  private final Directory directory;
  private final Wording wording;
  private final Permission permission;
  private final DateTimeFormatter time;

  Undelivered(Directory directory, Wording wording, ZoneId zone) {
    this.directory = directory;
    this.wording = wording;
    this.permission = new Permission(directory);
    this.time = DateTimeFormatter.ofPattern("M/d HH:mm").withZone(zone);
  }

  /** Whether this person may know of messages that did not arrive, and send them again. */
  static boolean mayAsk(Person asker) {
    return ROLES.contains(asker.role());
  }

  /** Those of the asker's area; an administrator also sees what is for nobody known. */
  List<Resting> seenBy(Person asker, List<Resting> resting) {
    return resting.stream().filter(row -> sees(asker, row)).toList();
  }

  private boolean sees(Person asker, Resting row) {
    var areas = areas(row);
    return areas.isEmpty()
        ? asker.role() == Role.ADMIN
        : areas.stream().anyMatch(area -> permission.allows(asker, area));
  }

  private List<AreaCode> areas(Resting row) {
    return missed(row).map(Missed::area).toList();
  }

  /** Somebody or some group that was not reached. */
  private record Missed(String name, AreaCode area) {
    static Missed of(Person person) {
      return new Missed(person.name(), person.area());
    }

    static Missed of(Group group) {
      return new Missed(group.name(), group.area());
    }
  }

  private Stream<Missed> missed(Resting row) {
    if (!row.undelivered().isEmpty()) {
      return row.undelivered().stream().flatMap(a -> person(a).stream()).map(Missed::of);
    }
    return switch (row.target()) {
      case Target.ToGroup(String send) -> group(row, send).map(Missed::of).stream();
      case Target.ToPerson(String account) -> person(account).map(Missed::of).stream();
      case Target.Back(String account, String ignored) -> person(account).map(Missed::of).stream();
    };
  }

  /** By the account on whatever channel: an account is one person's. */
  private Optional<Person> person(String account) {
    return directory.people().stream()
        .filter(p -> p.accounts().values().stream().anyMatch(account::equalsIgnoreCase))
        .findFirst()
        .or(
            () ->
                directory.people().stream()
                    .filter(p -> p.id().text().equalsIgnoreCase(account))
                    .findFirst());
  }

  private Optional<Group> group(Resting row, String send) {
    return directory.groups().stream()
        .filter(g -> g.channel().equals(row.channel().text()) && g.send().equals(send))
        .findFirst();
  }

  /** Who was not reached, why and since when. */
  String text(List<Resting> seen) {
    if (seen.isEmpty()) {
      return wording.say(CommandWords.UNDELIVERED_NONE);
    }
    var lines = new ArrayList<String>();
    lines.add(say(CommandWords.UNDELIVERED_BEGIN, seen.size()));
    seen.stream().limit(TOLD).forEach(row -> lines.add(line(row)));
    if (seen.size() > TOLD) {
      lines.add(say(CommandWords.UNDELIVERED_MORE, seen.size() - TOLD));
    }
    lines.add(wording.say(CommandWords.UNDELIVERED_END));
    return String.join("\n", lines);
  }

  private String say(CommandWords words, long count) {
    return wording.say(words, Map.of("count", Long.toString(count)));
  }

  private String line(Resting row) {
    return wording.say(
        CommandWords.UNDELIVERED_LINE,
        Map.of(
            "number", Long.toString(row.number()),
            "who", who(row),
            "why", why(row),
            "time", time.format(row.since())));
  }

  private String who(Resting row) {
    var names = missed(row).map(Missed::name).toList();
    return names.isEmpty()
        ? wording.say(CommandWords.UNDELIVERED_SOMEBODY)
        : Marks.list(names.stream(), wording);
  }

  private String why(Resting row) {
    return switch (row.code()) {
      case "", "unknown_recipient" -> wording.say(CommandWords.WHY_UNKNOWN);
      case "unlicensed_recipient", "no_permission" -> wording.say(CommandWords.WHY_NOT_ALLOWED);
      case "unknown_group", "group_refused", "no_group" -> wording.say(CommandWords.WHY_GROUP);
      case "expired" -> wording.say(CommandWords.WHY_EXPIRED);
      case "settings" -> wording.say(CommandWords.WHY_SETTINGS);
      case "busy", "parallel", "rate_limit", "timeout", "unreachable", "platform_down" ->
          wording.say(CommandWords.WHY_PLATFORM);
      default -> wording.say(CommandWords.WHY_OTHER, Map.of("code", row.code()));
    };
  }

  /** How much waits, since when, and until when. */
  String text(Outgoing.Queue queue) {
    var oldest =
        queue.laneToDepth().values().stream()
            .flatMap(depth -> depth.oldest().stream())
            .min(Instant::compareTo);
    if (oldest.isEmpty()) {
      return wording.say(CommandWords.WAITING_NONE);
    }
    var slots =
        Map.of("count", Long.toString(queue.waiting()), "oldest", time.format(oldest.get()));
    return wording.say(CommandWords.WAITING_LINE, slots) + later(queue);
  }

  private String later(Outgoing.Queue queue) {
    return queue.later().stream()
        .map(Outgoing.Later::next)
        .max(Instant::compareTo)
        .map(
            last ->
                "\n"
                    + wording.say(
                        CommandWords.WAITING_LATER,
                        Map.of(
                            "count", Integer.toString(queue.later().size()),
                            "time", time.format(last))))
        .orElse("");
  }
}

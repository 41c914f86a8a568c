package org.lanshao.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Reads a day with a time: 昨晚八点半, 5月9日15:30, 今天8点, 刚才. A time alone is today's. */
final class DateTimes {
  private static final Pattern ISO = Pattern.compile("^(\\d{4}-\\d{1,2}-\\d{1,2})t(?=\\d)");
  private static final Pattern DIGITS = Pattern.compile("^(\\d{8})(\\d{2})(\\d{2})$");
  private static final Pattern JOINT = Pattern.compile("^[,、的]+|[,、的]+$");

  /** Clocks differ: what was just now may seem to lie ahead, what comes to lie behind. */
  private static final int DRIFT_MINUTES = 10;

  /** Longer texts are no times; this also bounds the work. */
  private static final int LONGEST = 40;

  private final Type.Days allowed;
  private final LocalDateTime now;

  private DateTimes(Type.Days allowed, LocalDateTime now) {
    this.allowed = allowed;
    this.now = now;
  }

  /** Reads the whole text; {@code now} is the local time at which it is said. */
  static Reading read(String text, Type.Days allowed, LocalDateTime now) {
    var folded = DIGITS.matcher(Folding.fold(text)).replaceFirst("$1 $2:$3");
    var plain = SpokenDay.plain(ISO.matcher(folded).replaceFirst("$1 "));
    return plain.length() > LONGEST
        ? new Reading.NotUnderstood()
        : new DateTimes(allowed, now).read(plain);
  }

  private Reading read(String plain) {
    var parted = parted(plain);
    var moments = moments(parted.stream());
    ClockTimes.moment(ClockText.plain(Folding.tight(plain)), now).ifPresent(moments::add);
    if (!moments.isEmpty()) {
      return chosen(moments);
    }
    return parted.stream()
        .filter(reading -> !(reading instanceof Reading.Understood))
        .findFirst()
        .orElseGet(() -> whole(Folding.tight(plain)));
  }

  private static NavigableSet<LocalDateTime> moments(Stream<Reading> readings) {
    return readings
        .flatMap(DateTimes::values)
        .flatMap(value -> value instanceof Value.DateTime(var at) ? Stream.of(at) : Stream.of())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Value> values(Reading reading) {
    return reading instanceof Reading.Understood(Value value) ? Stream.of(value) : Stream.of();
  }

  /** What each way to part a text into a day and a time comes to; first at its spaces. */
  private List<Reading> parted(String plain) {
    var found = new ArrayList<Reading>();
    for (int at = plain.indexOf(' '); at >= 0; at = plain.indexOf(' ', at + 1)) {
      found.addAll(parted(plain.substring(0, at), plain.substring(at + 1)));
    }
    var tight = Folding.tight(plain);
    for (int at = 1; found.isEmpty() && at < tight.length(); at++) {
      found.addAll(parted(tight.substring(0, at), tight.substring(at)));
    }
    return found;
  }

  private List<Reading> parted(String left, String right) {
    var first = JOINT.matcher(Folding.tight(left)).replaceAll("");
    var second = JOINT.matcher(Folding.tight(right)).replaceAll("");
    return Stream.of(together(first, second), together(second, first))
        .flatMap(List::stream)
        .toList();
  }

  /** The moments that a day and a time make, as readings; none if one of them is neither. */
  private List<Reading> together(String dayText, String timeText) {
    var today = now.toLocalDate();
    var plainDay = DayText.plain(dayText, today);
    var plainTime = ClockText.plain(timeText);
    var times = ClockText.read(plainTime);
    boolean vague = times.isEmpty() && ClockTimes.isVague(plainTime);
    if (times.isEmpty() && !vague) {
      return List.of();
    }
    var day = Days.exact(plainDay, allowed, today);
    return switch (day) {
      case Reading.Understood(Value.Date(LocalDate date)) when !vague ->
          times.stream().<Reading>map(time -> understood(time.on(date))).toList();
      case Reading.Understood understood -> List.of(new Reading.Vague());
      case Reading.NotUnderstood none ->
          Days.isVague(plainDay, today) ? List.of(new Reading.Vague()) : List.of();
      default -> List.of(day);
    };
  }

  private static Reading understood(LocalDateTime at) {
    return new Reading.Understood(new Value.DateTime(at));
  }

  /** A time alone is today's, if it can be; else the day before or after is as likely. */
  private Reading whole(String tight) {
    var times = ClockText.read(ClockText.plain(tight));
    if (times.isEmpty()) {
      return unread(tight);
    }
    var today = now.toLocalDate();
    var moments = new TreeSet<LocalDateTime>();
    times.forEach(time -> moments.add(time.on(today)));
    if (moments.stream().noneMatch(this::isAllowed)) {
      var other = allowed == Type.Days.PAST ? today.minusDays(1) : today.plusDays(1);
      times.forEach(time -> moments.add(time.on(other)));
      return ambiguous(List.copyOf(moments));
    }
    return chosen(moments);
  }

  /** A day without a time, or a time that is not exact. */
  private Reading unread(String tight) {
    var day = Days.read(tight, Type.Days.ANY, now.toLocalDate());
    boolean vague =
        day instanceof Reading.Understood
            || day instanceof Reading.Vague
            || ClockTimes.isVague(ClockText.plain(tight));
    return vague ? new Reading.Vague() : new Reading.NotUnderstood();
  }

  private Reading chosen(NavigableSet<LocalDateTime> moments) {
    var possible = moments.stream().filter(this::isAllowed).toList();
    return switch (possible.size()) {
      case 0 -> new Reading.OtherDays(allowed);
      case 1 -> understood(possible.getFirst());
      default -> ambiguous(possible);
    };
  }

  private static Reading ambiguous(List<LocalDateTime> moments) {
    return new Reading.Ambiguous(moments.stream().<Value>map(Value.DateTime::new).toList());
  }

  private boolean isAllowed(LocalDateTime at) {
    return switch (allowed) {
      case PAST -> !at.isAfter(now.plusMinutes(DRIFT_MINUTES));
      case FUTURE -> !at.isBefore(now.minusMinutes(DRIFT_MINUTES));
      case ANY -> true;
    };
  }
}

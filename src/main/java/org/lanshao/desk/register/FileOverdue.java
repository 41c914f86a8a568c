package org.lanshao.desk.register;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.Decision;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Role;
import org.lanshao.form.Marks;
import org.lanshao.message.Chat;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * 逾期 走访: the households that were not visited within the rhythm that stands in their file, as of
 * the last of the days that are asked about, the longest past first. Workers get those that they
 * look after or visited, and how many more their station has; groups get numbers alone.
 */
final class FileOverdue {
  /** How it is asked for; what follows is read as that of 未访 is. */
  private static final Pattern ASKED =
      Pattern.compile(
          "^\\s*(?:(?:逾期|超期|过期|到期)\\s*(?:未|没有?)?\\s*(?:走访|探访|入户)"
              + "|(?:走访|探访)\\s*(?:逾期|超期|过期|到期)"
              + "|overdue visits?\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final int TOLD = 30;

  private final FileTalk talk;
  private final Facts facts;

  FileOverdue(FileTalk talk, Facts facts) {
    this.talk = talk;
    this.facts = facts;
  }

  /** What follows the words that ask for it; empty when they ask for something else. */
  static Optional<String> asked(String text) {
    var said = ASKED.matcher(text);
    return said.find() ? Optional.of(text.substring(said.end())) : Optional.empty();
  }

  /** One that is past its day; {@code last} is empty where it was never visited. */
  private record Late(Household household, Optional<LocalDate> last, int every) {
    Optional<LocalDate> due() {
      return last.map(day -> day.plusDays(every));
    }
  }

  Decision answer(FileAsked asked) throws Unavailable {
    var day = asked.range().last();
    var rhythmic = asked.households().stream().filter(one -> one.every().isPresent()).toList();
    var slots = new LinkedHashMap<String, String>();
    slots.put("area", asked.place());
    slots.put("day", RangeText.of(day, talk.heard().today(), talk.wording()));
    slots.put("all", Integer.toString(rhythmic.size()));
    if (rhythmic.isEmpty()) {
      return FileTalk.say(talk.say(FileWords.OVERDUE_NO_RHYTHM, slots));
    }
    var late = late(rhythmic, day);
    boolean own = isOwn(asked);
    var told = own ? own(late) : late;
    slots.put("count", Integer.toString(told.size()));
    var lines = new ArrayList<String>();
    lines.add(talk.say(title(own, told.isEmpty()), slots));
    lines.addAll(isGroup() ? List.of() : lines(told, day));
    lines.addAll(own ? others(late.size() - told.size()) : places(asked, told));
    return FileTalk.say(String.join("\n", lines));
  }

  private static FileWords title(boolean own, boolean none) {
    if (own) {
      return none ? FileWords.OVERDUE_NONE_OWN : FileWords.OVERDUE_OWN;
    }
    return none ? FileWords.OVERDUE_NONE : FileWords.OVERDUE;
  }

  private List<Late> late(List<Household> rhythmic, LocalDate day) throws Unavailable {
    var last = new FileMet(facts, talk.register()).last(day);
    return rhythmic.stream()
        .map(
            one ->
                new Late(
                    one, Optional.ofNullable(last.get(one.number())), one.every().orElseThrow()))
        .filter(late -> late.due().filter(due -> !due.isBefore(day)).isEmpty())
        .sorted(Comparator.comparing(late -> late.due().orElse(LocalDate.MIN)))
        .toList();
  }

  private boolean isGroup() {
    return talk.heard().chat() instanceof Chat.Group;
  }

  /** Workers who name no area mean their own. */
  private boolean isOwn(FileAsked asked) {
    boolean worker = talk.heard().speaker().role() == Role.WORKER;
    return asked.said().own() || (worker && !asked.said().placed() && !isGroup());
  }

  /** Those whose contact the speaker is; of those without one, whom the speaker visited. */
  private List<Late> own(List<Late> late) throws Unavailable {
    var speaker = talk.heard().speaker();
    Set<FileNumber> met = new FileMet(facts, talk.register()).by(speaker.id());
    return late.stream()
        .filter(
            one -> {
              var contact = one.household().get(HouseholdField.CONTACT);
              return contact.isEmpty()
                  ? met.contains(one.household().number())
                  : contact.contains(speaker.name());
            })
        .toList();
  }

  private List<String> lines(List<Late> late, LocalDate day) {
    var lines = new ArrayList<String>();
    late.stream().limit(TOLD).map(one -> line(one, day)).forEach(lines::add);
    if (late.size() > TOLD) {
      var more = Integer.toString(late.size() - TOLD);
      lines.add(talk.say(FileWords.MORE, Map.of("count", more)));
    }
    return lines;
  }

  private String line(Late late, LocalDate day) {
    var slots = new LinkedHashMap<String, String>();
    slots.put("line", talk.line(late.household(), talk.head(late.household())));
    slots.put("every", Integer.toString(late.every()));
    late.due()
        .ifPresent(
            due -> slots.put("due", RangeText.of(due, talk.heard().today(), talk.wording())));
    late.due().ifPresent(due -> slots.put("days", "" + ChronoUnit.DAYS.between(due, day)));
    return talk.say(
        late.last().isEmpty() ? FileWords.OVERDUE_NEVER : FileWords.OVERDUE_LINE, slots);
  }

  private List<String> others(int count) {
    var area = talk.place(talk.rights().widest(talk.heard().speaker()));
    return count == 0
        ? List.of()
        : List.of(
            talk.say(
                FileWords.OVERDUE_OTHERS, Map.of("area", area, "count", Integer.toString(count))));
  }

  /** How many lie in each place of the level below what was asked about, if it has some. */
  private List<String> places(FileAsked asked, List<Late> late) {
    var level = level(asked);
    if (level.isEmpty() || late.isEmpty()) {
      return List.of();
    }
    var placeToLate =
        late.stream()
            .collect(
                Collectors.groupingBy(
                    one -> place(one.household(), level.get()),
                    () -> new TreeMap<>(Comparator.comparing(AreaCode::text)),
                    Collectors.counting()));
    var parts = new ArrayList<String>();
    placeToLate.forEach(
        (place, count) ->
            parts.add(
                talk.say(
                    FileWords.OVERDUE_PLACE,
                    Map.of("place", talk.place(place), "count", Long.toString(count)))));
    return List.of(
        talk.say(
            FileWords.OVERDUE_PLACES,
            Map.of("places", Marks.list(parts.stream(), talk.wording()))));
  }

  private Optional<Area.Kind> level(FileAsked asked) {
    return asked.said().scope() instanceof Scope.InArea(AreaCode area)
        ? talk.directory()
            .area(area)
            .flatMap(one -> one.kind().below())
            .filter(kind -> kind != Area.Kind.POINT)
        : Optional.empty();
  }

  private AreaCode place(Household household, Area.Kind level) {
    return talk.directory()
        .around(household.area(), level)
        .map(Area::code)
        .orElse(household.area());
  }
}

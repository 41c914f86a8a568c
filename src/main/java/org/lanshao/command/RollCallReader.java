package org.lanshao.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.command.RollCall.Step;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;

/**
 * Reads what follows 点名: an area, the widest of the asker without one, and 开始 or 结果. Heads call
 * their station, coordinators and administrators what lies in their area.
 */
final class RollCallReader {
  static final String WORD = "点名";
  private static final String START = "开始";
  private static final String RESULT = "结果";

  /** Longer words are no name of an area: the message is about something else. */
  private static final int LONGEST = 12;

  private final Directory directory;
  private final Permission permission;
  private final Wording wording;

  RollCallReader(Directory directory, Wording wording) {
    this.directory = directory;
    this.permission = new Permission(directory);
    this.wording = wording;
  }

  /** Whether somebody may call a roll at all. */
  static boolean mayCall(Person asker) {
    return switch (asker.role()) {
      case HEAD, COUNTY, CITY, ADMIN -> true;
      case WORKER, TOWN, SUPERVISOR, AUDITOR -> false;
    };
  }

  Parsed read(String rest, Person asker) {
    var words = Folding.tight(rest);
    var step =
        words.endsWith(START) ? Step.START : words.endsWith(RESULT) ? Step.RESULT : Step.LOOK;
    var name = step == Step.LOOK ? words : words.substring(0, words.length() - START.length());
    if (name.length() > LONGEST) {
      return new Parsed.NoCommand();
    }
    if (!mayCall(asker)) {
      return problem(CommandWords.ROLL_NOT_YOURS, Map.of());
    }
    return name.isEmpty()
        ? new Parsed.Called(new RollCall(widest(asker), step))
        : in(name, step, asker);
  }

  private AreaCode widest(Person asker) {
    return switch (permission.widest(asker)) {
      case Scope.InArea(AreaCode area) -> area;
      case Scope.ByPerson own -> throw new IllegalStateException("nobody to call");
    };
  }

  private Parsed in(String name, Step step, Person asker) {
    return switch (directory.find(name, asker.area())) {
      case Found.One(Area one) -> in(one, step, asker);
      case Found.Several(List<Area> several) -> several(name, several, asker);
      case Found.Nothing() -> problem(CommandWords.ROLL_UNKNOWN, Map.of("name", name));
    };
  }

  private Parsed in(Area area, Step step, Person asker) {
    if (permission.allows(asker, area.code())) {
      return new Parsed.Called(new RollCall(area.code(), step));
    }
    var widest = directory.area(widest(asker)).map(directory::fullName).orElse("");
    return problem(CommandWords.ROLL_BEYOND, Map.of("area", widest));
  }

  private Parsed several(String name, List<Area> several, Person asker) {
    var mine = several.stream().filter(area -> permission.allows(asker, area.code())).toList();
    if (mine.size() == 1) {
      return in(mine.getFirst(), Step.LOOK, asker);
    }
    var commands =
        (mine.isEmpty() ? several : mine)
            .stream()
                .map(area -> WORD + " " + directory.fullName(area))
                .collect(Collectors.joining("\n"));
    return problem(CommandWords.WHICH_AREA, Map.of("name", name, "commands", commands));
  }

  private Parsed problem(CommandWords words, Map<String, String> slots) {
    return new Parsed.Problem(Reply.of(wording.say(words, slots)));
  }
}

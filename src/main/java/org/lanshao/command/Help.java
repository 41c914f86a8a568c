package org.lanshao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.directory.Directory;
import org.lanshao.directory.FormAreas;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Marks;
import org.lanshao.message.Chat;

/** The answer to 帮助: only what the asker may do. */
final class Help {
  /** More forms than this are too many for a line each. */
  private static final int MOST_LINES = 6;

  /** Where there are too many, so many of the first have a line. */
  private static final int FIRST = 4;

  private final Directory directory;
  private final Library library;
  private final CountProblems problems;
  private final boolean counts;
  private final FormAreas areas;

  Help(Directory directory, Library library) {
    this.directory = directory;
    this.library = library;
    this.areas = new FormAreas(directory);
    var counted = library.forms().stream().filter(form -> !form.measures().isEmpty()).toList();
    problems = new CountProblems(directory, new Permission(directory), counted, library.wording());
    counts = !counted.isEmpty();
  }

  /** A count that the asker may ask for. */
  String example(Person asker) {
    return problems.example(asker);
  }

  String text(Person asker, Chat chat) {
    var role = asker.role().word();
    var mayOpen =
        library.forms().stream()
            .filter(form -> form.who().contains(role))
            .filter(form -> areas.allows(form, asker.area()))
            .toList();
    var lines = new ArrayList<String>();
    lines.add(library.wording().say(CommandWords.HELP_BEGIN));
    lines.addAll(forms(mayOpen.stream().filter(form -> fits(form, chat)).toList(), chat));
    if (counts) {
      var slots = Map.of("example", problems.example(asker));
      lines.add(library.wording().say(CommandWords.HELP_COUNT, slots));
      lines.add(library.wording().say(CommandWords.HELP_PICTURE));
      lines.add(library.wording().say(CommandWords.HELP_EXPORT));
    }
    if (!mayOpen.isEmpty()) {
      lines.add(library.wording().say(CommandWords.HELP_MINE));
      lines.add(library.wording().say(CommandWords.HELP_REVISE));
    }
    revisions(asker.role()).forEach(words -> lines.add(library.wording().say(words)));
    if (RollCallReader.mayCall(asker)) {
      lines.add(library.wording().say(CommandWords.HELP_ROLL));
    }
    lines.add(library.wording().say(CommandWords.HELP_CALENDAR));
    if (directory.hasUnheard(asker.area())) {
      lines.add(library.wording().say(CommandWords.UNHEARD, Map.of("numbers", "110/119/120")));
    }
    lines.add(library.wording().say(CommandWords.HELP_END));
    return String.join("\n", lines);
  }

  /** A line for each form; of many, a line for the first and one that names the others. */
  private List<String> forms(List<Form> offered, Chat chat) {
    int lines = offered.size() > MOST_LINES ? FIRST : offered.size();
    var told =
        new ArrayList<>(offered.stream().limit(lines).map(form -> line(form, chat)).toList());
    if (lines < offered.size()) {
      var more = offered.stream().skip(lines).map(Help::start);
      var slots = Map.of("starts", Marks.list(more, library.wording()));
      told.add(library.wording().say(CommandWords.HELP_FORMS, slots));
    }
    return told;
  }

  private static List<CommandWords> revisions(Role role) {
    return switch (role) {
      case WORKER, TOWN, SUPERVISOR, AUDITOR -> List.of(CommandWords.HELP_DETAIL);
      case ADMIN -> List.of(CommandWords.HELP_DETAIL, CommandWords.HELP_UNDELIVERED);
      case HEAD ->
          List.of(
              CommandWords.HELP_RETURN, CommandWords.HELP_DETAIL, CommandWords.HELP_UNDELIVERED);
      case COUNTY, CITY ->
          List.of(
              CommandWords.HELP_REVISE_ABOVE,
              CommandWords.HELP_RETURN,
              CommandWords.HELP_DETAIL,
              CommandWords.HELP_UNDELIVERED);
    };
  }

  /** A form for groups alone is not offered in private; one for private talk is, with a hint. */
  private static boolean fits(Form form, Chat chat) {
    return form.chats() != Form.Chats.GROUP || chat instanceof Chat.Group;
  }

  /** The word that opens a form; 诉求 and 点位 alone ask for lists. */
  private static String start(Form form) {
    return form.start().stream().findFirst().orElse(form.title());
  }

  private String line(Form form, Chat chat) {
    boolean elsewhere = form.chats() == Form.Chats.PRIVATE && chat instanceof Chat.Group;
    var slots = Map.of("start", start(form), "title", form.title());
    return library
        .wording()
        .say(elsewhere ? CommandWords.HELP_FORM_PRIVATE : CommandWords.HELP_FORM, slots);
  }
}

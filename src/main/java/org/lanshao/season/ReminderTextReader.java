package org.lanshao.season;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.form.Template;

/** Reads a file of {@code conversations/notices}; {@code conversations/README.md} explains it. */
public final class ReminderTextReader {
  /** The line between what the station gets and what it may pass on. */
  private static final String PARENTS = "## 转发给家长";

  private static final Pattern NOT_FOR_PARENTS = Pattern.compile("[A-Z]\\d+|回复|发送|收到|\\{|\\}");
  private static final Pattern SLOT = Pattern.compile("\\{[A-Za-z0-9_]*\\}");

  private final String file;
  private final Mistakes mistakes;

  private ReminderTextReader(String file, Mistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /**
   * The text of a file.
   *
   * @param mistakes all that is wrong; the text may be used only if nothing was added
   */
  public static ReminderText read(String file, String text, Mistakes mistakes) {
    return new ReminderTextReader(file, mistakes).read(text.lines().toList());
  }

  private ReminderText read(List<String> lines) {
    int split = lines.stream().map(String::strip).toList().indexOf(PARENTS);
    int end = split < 0 ? lines.size() : split;
    var station = part(lines, 0, end, ReminderText.SLOTS);
    if (split < 0) {
      return new ReminderText(station, Optional.empty());
    }
    for (int i = split + 1; i < lines.size(); i++) {
      checkParents(lines.get(i), new Line(file, i + 1));
    }
    var parents = part(lines, split + 1, lines.size(), ReminderText.PARENTS_SLOTS);
    return new ReminderText(station, Optional.of(parents));
  }

  private Template part(List<String> lines, int from, int to, Set<String> slots) {
    var kept = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      var line = lines.get(i).strip();
      Template.read(new Section.Word(line, new Line(file, i + 1)), slots, mistakes);
      kept.add(line);
    }
    var text = String.join("\n", kept).strip();
    if (text.isEmpty()) {
      mistakes.add(SeasonCode.EMPTY_TEXT, new Line(file, from + 1), "这里没有写话。", "写上要说的话。");
    }
    return Template.of(text);
  }

  private void checkParents(String line, Line at) {
    var found = NOT_FOR_PARENTS.matcher(SLOT.matcher(line).replaceAll(""));
    if (found.find()) {
      mistakes.add(
          SeasonCode.NOT_FOR_PARENTS,
          at,
          "给家长的话里有“%s”。".formatted(found.group()),
          "家长不用机器人：不写编号，也不叫他们回复什么。");
    }
  }
}

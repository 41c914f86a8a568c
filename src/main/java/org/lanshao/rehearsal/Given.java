package org.lanshao.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Value;
import org.lanshao.reading.OpenMatters;

/**
 * The matters that are there before a conversation, a line each below the head line: {@code + H23
 * 石巷村 张三 用电} is open, {@code + H22 已整改} is done.
 */
final class Given {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\+ (?<number>[A-Z]{1,2}[1-9]\\d{0,11}) (?<about>(?<first>\\S+)(?: (?<name>\\S+).*)?)");

  private Given() {}

  /** The matters of these lines, in their order; what cannot be read is told. */
  static OpenMatters of(
      Transcript transcript, Person person, Directory directory, Mistakes mistakes) {
    var open = new ArrayList<Value.Matter>();
    var settled = new HashMap<String, String>();
    var lines = transcript.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("+") && !GivenFiles.isOne(lines.get(i))) {
        var line = SHAPE.matcher(lines.get(i).strip());
        if (!line.matches()) {
          mistakes.add(
              RehearsalCode.GIVEN,
              new Line(transcript.file(), i + 1),
              "这一行要写编号、地方和内容，或者编号和状态。",
              "例如 + H23 石巷村 张三 用电，或者 + H22 已整改。");
        } else if (directory.find(line.group("first"), person.area())
            instanceof Found.One(var area)) {
          var place = new Value.Place(area.code().text(), directory.fullName(area));
          var name = java.util.Optional.ofNullable(line.group("name")).orElse("");
          open.add(new Value.Matter(line.group("number"), place, name, line.group("about")));
        } else {
          settled.put(line.group("number"), line.group("about"));
        }
      }
    }
    return new OpenMatters(List.copyOf(open), settled);
  }
}

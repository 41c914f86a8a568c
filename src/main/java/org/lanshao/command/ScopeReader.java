package org.lanshao.command;

import java.util.List;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.message.Reply;

/**
 * Whose records somebody asks for: of the area that they named, else of the widest they may see.
 */
final class ScopeReader {
  private final Permission permission;
  private final CountProblems problems;

  ScopeReader(Permission permission, CountProblems problems) {
    this.permission = permission;
    this.problems = problems;
  }

  /** Whose records, or what to say instead. */
  sealed interface Read {
    record Right(Scope scope) implements Read {}

    record Wrong(Reply reply) implements Read {}
  }

  /** {@code command} is what the parts follow: 统计. */
  Read read(List<Part> found, Person asker, String command) {
    var area = Part.all(found, Part.OfArea.class).stream().findFirst();
    boolean own = !Part.all(found, Part.Own.class).isEmpty();
    if (own || area.isEmpty()) {
      return new Read.Right(own ? new Scope.ByPerson(asker.id()) : permission.widest(asker));
    }
    return switch (area.get().found()) {
      case Found.One(Area one) -> read(List.of(one), found, area.get(), asker, command);
      case Found.Several(List<Area> several) -> read(several, found, area.get(), asker, command);
      case Found.Nothing nothing -> throw new IllegalStateException("an area that is none");
    };
  }

  /** Of several that are called so, those that the asker may see are meant. */
  private Read read(
      List<Area> meant, List<Part> found, Part.OfArea part, Person asker, String command) {
    var allowed = meant.stream().filter(area -> permission.allows(asker, area.code())).toList();
    return switch (allowed.size()) {
      case 0 -> new Read.Wrong(problems.beyondScope(asker));
      case 1 -> new Read.Right(new Scope.InArea(allowed.getFirst().code()));
      default -> new Read.Wrong(problems.whichArea(found, part, allowed, command));
    };
  }
}

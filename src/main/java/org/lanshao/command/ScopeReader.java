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
      case Found.One(Area one) when permission.allows(asker, one.code()) ->
          new Read.Right(new Scope.InArea(one.code()));
      case Found.Several(List<Area> several)
          when several.stream().anyMatch(a -> permission.allows(asker, a.code())) ->
          new Read.Wrong(problems.whichArea(found, area.get(), several, command));
      case Found.One one -> new Read.Wrong(problems.beyondScope(asker));
      case Found.Several several -> new Read.Wrong(problems.beyondScope(asker));
      case Found.Nothing nothing -> throw new IllegalStateException("an area that is none");
    };
  }
}

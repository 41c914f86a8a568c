package org.lanshao.desk.report;

import java.time.LocalDate;
import java.util.Optional;
import org.lanshao.command.Figure;
import org.lanshao.count.Scope;
import org.lanshao.directory.Directory;
import org.lanshao.register.Categories;
import org.lanshao.register.Household;

/** What households are to the numbers of those on file in a place. */
record Filed(Scope scope, Directory directory, Categories categories) {
  /** What a household adds to a number on a day; 0 where it is not meant. */
  long part(Figure.OnFile figure, Household one, LocalDate day) {
    boolean meant =
        isHere(one)
            && figure.category().filter(of -> !of.equals(categories.primary(one, day))).isEmpty();
    return !meant ? 0 : figure.people() ? one.size() : 1;
  }

  /** The same of a household that may not be on file. */
  long part(Figure.OnFile figure, Optional<Household> one, LocalDate day) {
    return one.map(household -> part(figure, household, day)).orElse(0L);
  }

  /** Whether it lies there and somebody lives in it. */
  boolean isHere(Household one) {
    return !one.isVacant() && scope.holds(one.area(), directory);
  }

  /** Under which category it goes on a day, as people read it. */
  String category(Household one, LocalDate day) {
    return categories.label(categories.primary(one, day));
  }
}

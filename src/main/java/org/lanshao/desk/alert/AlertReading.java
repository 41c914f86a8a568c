package org.lanshao.desk.alert;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.FirstWords;
import org.lanshao.alert.Known;
import org.lanshao.alert.Sighting;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Failures;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;

/** What is known of an emergency from where its reporter belongs and what they say. */
final class AlertReading {
  private final Directory directory;
  private final FirstWords danger;

  AlertReading(AlertRoom room) {
    this.directory = room.directory();
    this.danger = room.danger();
  }

  /** What the first words tell. */
  Known real(String words, Coming coming) {
    return seen(nothing(coming), words, coming);
  }

  /** The same of practice, which stays in the station of whoever has one, whatever it names. */
  Known practice(String words, Coming coming) {
    var own = nothing(coming).area();
    boolean isStation =
        directory.area(own).filter(area -> area.kind() == Area.Kind.TOWN).isPresent();
    var seen = real(words, coming);
    return isStation ? seen.in(own) : seen;
  }

  /** Before anything is read: the reporter's own station, or the city for somebody unknown. */
  private Known nothing(Coming coming) {
    var own =
        coming
            .speaker()
            .map(Person::area)
            .map(area -> directory.around(area, Area.Kind.TOWN).map(Area::code).orElse(area));
    var widest =
        directory.areas().stream()
            .filter(area -> area.parent().isEmpty())
            .map(Area::code)
            .findFirst();
    var area = own.or(() -> widest).orElse(new AreaCode(""));
    return new Known(
        List.of(), Optional.empty(), area, false, false, List.of(), List.of(), List.of());
  }

  /** What is known with these words; the words alone when they cannot be read. */
  Known seen(Known before, String words, Coming coming) {
    var known = before.saying(words);
    try {
      var near = coming.speaker().map(Person::area);
      var sighting = Sighting.of(words, directory, near);
      Set<String> kinds = new LinkedHashSet<>(before.kinds());
      kinds.addAll(danger.kinds(words));
      var town = sighting.place().flatMap(area -> directory.around(area.code(), Area.Kind.TOWN));
      return new Known(
          List.copyOf(kinds),
          sighting.people().or(before::people),
          town.map(Area::code).orElse(before.area()),
          town.isPresent() || before.place(),
          danger.sensitive(List.copyOf(kinds)),
          known.words(),
          before.answers(),
          before.missing());
    } catch (RuntimeException e) {
      Failures.log("alert", e);
      return known;
    }
  }
}

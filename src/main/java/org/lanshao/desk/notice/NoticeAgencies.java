package org.lanshao.desk.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.directory.Agencies;
import org.lanshao.directory.Agency;

/** To which agencies somebody wants a notice to go too: … 发给 三防办、民政办. */
sealed interface NoticeAgencies {
  /**
   * These; none where none are named.
   *
   * @param rest the other words
   */
  record These(Set<Agency> agencies, String rest) implements NoticeAgencies {}

  /** One of them is not in the directory. */
  record Unknown(NoticeDraft.Lacking lacking) implements NoticeAgencies {}

  /** Finds them among those of the directory. */
  final class Reader {
    private static final Pattern TO =
        Pattern.compile("(?:^|\\s)(?:并?发给|抄送)\\s*(\\S+?)(?=\\s|$|[。：:])[。：:]?");
    private static final Pattern BETWEEN = Pattern.compile("[、,，;；和及]");
    private static final Pattern OFFICE = Pattern.compile("\\p{L}{1,11}(?:办公室|[办所局委])");

    private final Agencies known;

    Reader(Agencies known) {
      this.known = known;
    }

    /** What stands behind 发给 is text where it names nothing that looks like an agency. */
    NoticeAgencies read(String words) {
      var to = TO.matcher(words);
      if (!to.find()) {
        return new These(Set.of(), words);
      }
      var found = new LinkedHashSet<Agency>();
      var names = List.of(BETWEEN.split(to.group(1)));
      var unknown = names.stream().filter(name -> !add(name, found)).findFirst();
      if (unknown.isEmpty()) {
        var rest = words.substring(0, to.start()) + " " + words.substring(to.end());
        return new These(found, rest.strip());
      }
      return found.isEmpty() && !OFFICE.matcher(unknown.get()).matches()
          ? new These(Set.of(), words)
          : new Unknown(lacking(unknown.get()));
    }

    private boolean add(String name, Set<Agency> found) {
      var meant = known.called(name);
      meant.ifPresent(found::add);
      return meant.isPresent();
    }

    private NoticeDraft.Lacking lacking(String name) {
      if (known.all().isEmpty()) {
        return new NoticeDraft.Lacking(NoticeWords.NO_AGENCIES, Map.of("name", name));
      }
      var names = known.all().stream().map(Agency::name).collect(Collectors.joining("、"));
      return new NoticeDraft.Lacking(
          NoticeWords.UNKNOWN_AGENCY, Map.of("name", name, "names", names));
    }
  }
}

package org.lanshao.season;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Role;
import org.lanshao.directory.WrittenArea;
import org.lanshao.form.Code;
import org.lanshao.form.FormCode;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.form.Spelling;

/** Reads for whom something is: areas, tags of areas, levels of groups, roles. */
final class PlacesReader {
  private static final Map<String, Area.Kind> LEVELS =
      Map.of("town", Area.Kind.TOWN, "county", Area.Kind.COUNTY, "city", Area.Kind.CITY);
  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values())
          .collect(Collectors.toUnmodifiableMap(Role::word, Function.identity()));

  private final Directory directory;
  private final Mistakes mistakes;

  PlacesReader(Directory directory, Mistakes mistakes) {
    this.directory = directory;
    this.mistakes = mistakes;
  }

  /** Names for several areas together. */
  Map<String, Set<AreaCode>> tags(Section tags) {
    var read = new LinkedHashMap<String, Set<AreaCode>>();
    for (String tag : tags.keys()) {
      read.put(tag, areas(tags, tag));
    }
    return read;
  }

  Audience audience(Section to, Map<String, Set<AreaCode>> tags) {
    var areas = new HashSet<>(areas(to, "areas"));
    for (String tag : known(to, "tags", tags.keySet(), SeasonCode.NO_SUCH_PLACE)) {
      areas.addAll(tags.get(tag));
    }
    var groups = known(to, "groups", LEVELS.keySet(), FormCode.BAD_VALUE);
    var roles = known(to, "roles", ROLES.keySet(), FormCode.NO_SUCH_ROLE);
    if (groups.isEmpty() && roles.isEmpty()) {
      mistakes.add(SeasonCode.NOBODY, to.at(), "这个提醒没有人收。", "写 to: {groups: [town]}。");
    }
    return new Audience(areas, each(groups, LEVELS), each(roles, ROLES));
  }

  private Set<AreaCode> areas(Section section, String key) {
    return section.words(key).stream()
        .flatMap(word -> area(word.text(), word.at()).stream())
        .collect(Collectors.toSet());
  }

  private Optional<AreaCode> area(String name, Line at) {
    var area = WrittenArea.find(name, directory);
    if (area.isPresent()) {
      return area;
    }
    mistakes.add(
        SeasonCode.NO_SUCH_PLACE,
        at,
        "通讯录里没有叫“%s”的地方，或者不止一个。".formatted(name),
        "写 areas.csv 里的编码，例如 445381。");
    return Optional.empty();
  }

  private List<String> known(Section section, String key, Set<String> known, Code code) {
    var words = section.words(key);
    for (Section.Word word : words) {
      if (!known.contains(word.text())) {
        mistakes.add(
            code,
            word.at(),
            "%s 里没有 %s。".formatted(key, word.text()),
            Spelling.remedy(word.text(), known.stream().sorted().toList()));
      }
    }
    return words.stream().map(Section.Word::text).filter(known::contains).toList();
  }

  private static <T> Set<T> each(List<String> words, Map<String, T> meanings) {
    return words.stream().map(meanings::get).collect(Collectors.toSet());
  }
}

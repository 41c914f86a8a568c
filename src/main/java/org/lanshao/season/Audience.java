package org.lanshao.season;

import java.util.List;
import java.util.Set;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;

/**
 * Whom a schedule is for.
 *
 * @param areas where; all that lies in them. Empty: everywhere
 * @param groups the groups of areas of these levels
 * @param roles people of these roles, each by themselves
 */
public record Audience(Set<AreaCode> areas, Set<Area.Kind> groups, Set<Role> roles) {
  /** Copies the sets. */
  public Audience {
    areas = Set.copyOf(areas);
    groups = Set.copyOf(groups);
    roles = Set.copyOf(roles);
  }

  /** Its groups that can be written to. */
  public List<Group> groups(Directory directory) {
    return directory.groups().stream()
        .filter(group -> group.isOwn() && !group.send().isEmpty())
        .filter(group -> isOfLevel(group, directory) && covers(group.area(), directory))
        .toList();
  }

  private boolean isOfLevel(Group group, Directory directory) {
    return directory.area(group.area()).map(Area::kind).filter(groups::contains).isPresent();
  }

  /** Its people. */
  public List<Person> people(Directory directory) {
    return directory.people().stream()
        .filter(person -> roles.contains(person.role()) && covers(person.area(), directory))
        .toList();
  }

  private boolean covers(AreaCode area, Directory directory) {
    return areas.isEmpty() || areas.stream().anyMatch(wide -> directory.within(area, wide));
  }
}

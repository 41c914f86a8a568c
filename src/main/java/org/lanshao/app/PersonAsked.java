package org.lanshao.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.turn.PeopleHeld.Sought;

/** Who is meant by the words behind {@code lanshao person export}: asked back, never guessed. */
final class PersonAsked {
  /** Shorter ones are no number of somebody, and stand in many texts. */
  private static final int SHORTEST = 7;

  /** A single sign stands in many words. */
  private static final int SHORTEST_NAME = 2;

  private final Register register;
  private final Directory directory;

  PersonAsked(Register register, Directory directory) {
    this.register = register;
    this.directory = directory;
  }

  /** Who was meant. */
  sealed interface Answer {
    /**
     * Somebody on file.
     *
     * @param number by which they are told: their own, else of the household
     */
    record OnFile(Sought sought, FileNumber household, String number) implements Answer {}

    /**
     * Somebody who is not on file and named in records of a place.
     *
     * @param place its code, by which the audit tells them
     */
    record Mentioned(Sought sought, String place) implements Answer {}

    /** Somebody who works here, or did. */
    record Works(Sought sought, Person person) implements Answer {}

    /** Nobody, or anybody of several. */
    record Unclear(String say) implements Answer {}
  }

  /** Who is meant by a client's number, a household's number or a place and a name, or an id. */
  Answer of(List<String> words) {
    return switch (words.size()) {
      case 1 -> one(words.getFirst().strip());
      case 2 -> inHousehold(words.getFirst(), words.getLast().strip());
      default -> new Answer.Unclear("写户号和姓名、服务对象编号、工作人员的 id，或地点和姓名。");
    };
  }

  private Answer one(String word) {
    var worker = directory.person(new PersonId(word));
    var number = FileNumber.read(word);
    for (Household household : register.households()) {
      for (Client client : household.clients()) {
        if (number.filter(client.number()::equals).isPresent()) {
          return worker.isPresent()
              ? new Answer.Unclear("有服务对象也有工作人员叫这个编号：写户号和姓名。")
              : found(household, Optional.of(client), client.name());
        }
      }
    }
    return worker.<Answer>map(this::works).orElseGet(() -> new Answer.Unclear(unknown(word)));
  }

  private Answer works(Person person) {
    var marks = new HashSet<String>();
    add(marks, person.phone());
    var sought =
        new Sought(
            marks, Set.of(), Set.of(), Set.of(), Set.of(), false, Set.of(), List.of(person.id()));
    return new Answer.Works(sought, person);
  }

  /** Numbers and villages alone: a terminal may be looked at by others. */
  private String unknown(String word) {
    if (register.household(FileNumber.read(word).orElse(new FileNumber("0"))).isPresent()) {
      return "这是一户。后面再写姓名，例如：J12 张三。";
    }
    var named = register.named(word, area -> true);
    return named.isEmpty()
        ? "没有这个人，什么都没有做。写户号和姓名、服务对象编号，或工作人员的 id；没有建档的写地点和姓名，例如：富林镇石巷村 张三。"
        : sameName(named);
  }

  private String sameName(List<Household> named) {
    return "同名的有："
        + named.stream().map(one -> one.number() + "（" + village(one) + "）").collect(joined())
        + "。写户号和姓名，例如："
        + named.getFirst().number()
        + " 姓名。";
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("、");
  }

  private String village(Household household) {
    return directory.area(household.area()).map(Area::name).orElse(household.area().text());
  }

  private Answer inHousehold(String first, String name) {
    var household = FileNumber.read(first).flatMap(register::household);
    return household.isPresent() ? inHousehold(household.get(), name) : inPlace(first, name);
  }

  /** Their own place alone: elsewhere the same name may be somebody else's. */
  private Answer inPlace(String place, String name) {
    return switch (directory.find(place, new AreaCode(""))) {
      case Found.Nothing() -> new Answer.Unclear("没有这一户，也没有这个地点，什么都没有做。");
      case Found.Several(List<Area> all) ->
          new Answer.Unclear("这个地点有几处，写全称：" + all.stream().map(this::whole).collect(joined()));
      case Found.One(Area area) -> inPlace(area, name);
    };
  }

  private String whole(Area area) {
    return directory.path(area.code()).reversed().stream()
        .map(Area::name)
        .collect(Collectors.joining());
  }

  private Answer inPlace(Area area, String name) {
    var town = directory.around(area.code(), Area.Kind.TOWN).orElse(area).code();
    var onFile = register.named(name, one -> directory.within(one, town));
    if (!onFile.isEmpty()) {
      return new Answer.Unclear(sameName(onFile));
    }
    if (name.codePointCount(0, name.length()) < SHORTEST_NAME) {
      return new Answer.Unclear("姓名至少两个字，什么都没有做。");
    }
    var near = within(area.code());
    var sought =
        new Sought(
            Set.of(),
            Set.of(name),
            Set.of(area.name()),
            near,
            peopleOf(near),
            false,
            Set.of(),
            List.of());
    return new Answer.Mentioned(sought, area.code().text());
  }

  private Set<AreaCode> within(AreaCode around) {
    return directory.areas().stream()
        .map(Area::code)
        .filter(area -> directory.within(area, around))
        .collect(Collectors.toSet());
  }

  private Set<PersonId> peopleOf(Set<AreaCode> near) {
    return directory.people().stream()
        .filter(person -> near.contains(person.area()))
        .map(Person::id)
        .collect(Collectors.toSet());
  }

  private Answer inHousehold(Household household, String name) {
    var clients = household.clients().stream().filter(one -> one.name().equals(name)).toList();
    if (clients.size() > 1) {
      return new Answer.Unclear(
          "这一户有几个人同名，写编号：" + clients.stream().map(one -> one.number().text()).collect(joined()));
    }
    boolean head = household.head().equals(name);
    return clients.isEmpty() && !head
        ? new Answer.Unclear("这一户没有这个人，什么都没有做。")
        : found(household, clients.stream().findFirst(), name);
  }

  private Answer found(Household household, Optional<Client> client, String name) {
    boolean head = household.head().equals(name);
    var marks = new HashSet<String>();
    var names = new HashSet<String>();
    names.add(name);
    client.ifPresent(
        one -> {
          marks.add(one.number().text());
          add(marks, one.get(ClientField.ID_NUMBER));
          add(marks, one.get(ClientField.OWN_PHONE));
        });
    if (head) {
      add(marks, household.get(HouseholdField.PHONE));
      names.addAll(household.aliases());
    }
    names.removeIf(one -> one.codePointCount(0, one.length()) < SHORTEST_NAME);
    var near = near(household, name);
    var sought =
        new Sought(
            marks,
            names,
            Set.of(household.number().text(), village(household, name)),
            near,
            peopleOf(near),
            isAlone(household, name, area -> true),
            client.map(one -> Set.of(one.number().text())).orElse(Set.of()),
            List.of());
    var told = client.map(Client::number).orElse(household.number());
    return new Answer.OnFile(sought, household.number(), told.text());
  }

  /** Its whole name where a namesake is on file in another village that is called the same. */
  private String village(Household household, String name) {
    var village = village(household);
    boolean alone =
        isAlone(
            household,
            name,
            area ->
                !area.equals(household.area())
                    && directory.area(area).filter(one -> one.name().equals(village)).isPresent());
    return alone
        ? village
        : directory.area(household.area()).map(directory::fullName).orElse(village);
  }

  private static void add(Set<String> marks, String number) {
    if (number.length() >= SHORTEST) {
      marks.add(number);
    }
  }

  /** The areas of their town, unless somebody else there has the same name. */
  private Set<AreaCode> near(Household household, String name) {
    var town =
        directory.around(household.area(), Area.Kind.TOWN).map(Area::code).orElse(household.area());
    return isAlone(household, name, area -> directory.within(area, town)) ? within(town) : Set.of();
  }

  private boolean isAlone(Household household, String name, Predicate<AreaCode> inside) {
    return register.named(name, inside).stream()
        .allMatch(one -> one.number().equals(household.number()));
  }
}

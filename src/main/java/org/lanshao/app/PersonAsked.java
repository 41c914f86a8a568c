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

    /** Somebody who works here, or did. */
    record Works(Sought sought, Person person) implements Answer {}

    /** Nobody, or anybody of several. */
    record Unclear(String say) implements Answer {}
  }

  /** Who is meant by a client's number, a household's number and a name, or an id. */
  Answer of(List<String> words) {
    return switch (words.size()) {
      case 1 -> one(words.getFirst().strip());
      case 2 -> inHousehold(words.getFirst(), words.getLast().strip());
      default -> new Answer.Unclear("写户号和姓名、服务对象编号，或工作人员的 id。");
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
        ? "没有这个人，什么都没有做。写户号和姓名、服务对象编号，或工作人员的 id。"
        : "同名的有："
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

  private Answer inHousehold(String number, String name) {
    var household = FileNumber.read(number).flatMap(register::household);
    if (household.isEmpty()) {
      return new Answer.Unclear("没有这一户，什么都没有做。");
    }
    var clients =
        household.get().clients().stream().filter(one -> one.name().equals(name)).toList();
    if (clients.size() > 1) {
      return new Answer.Unclear(
          "这一户有几个人同名，写编号：" + clients.stream().map(one -> one.number().text()).collect(joined()));
    }
    boolean head = household.get().head().equals(name);
    return clients.isEmpty() && !head
        ? new Answer.Unclear("这一户没有这个人，什么都没有做。")
        : found(household.get(), clients.stream().findFirst(), name);
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
    names.removeIf(one -> one.codePointCount(0, one.length()) < 2);
    var near = near(household, name);
    var nearby =
        directory.people().stream()
            .filter(person -> near.contains(person.area()))
            .map(Person::id)
            .collect(Collectors.toSet());
    var sought =
        new Sought(
            marks,
            names,
            Set.of(household.number().text(), village(household)),
            near,
            nearby,
            isAlone(household, name, area -> true),
            client.map(one -> Set.of(one.number().text())).orElse(Set.of()),
            List.of());
    var told = client.map(Client::number).orElse(household.number());
    return new Answer.OnFile(sought, household.number(), told.text());
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
    return !isAlone(household, name, area -> directory.within(area, town))
        ? Set.of()
        : directory.areas().stream()
            .map(Area::code)
            .filter(area -> directory.within(area, town))
            .collect(Collectors.toSet());
  }

  private boolean isAlone(Household household, String name, Predicate<AreaCode> inside) {
    return register.named(name, inside).stream()
        .allMatch(one -> one.number().equals(household.number()));
  }
}

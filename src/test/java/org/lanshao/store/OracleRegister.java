package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.lanshao.form.Option;
import org.lanshao.register.Categories;
import org.lanshao.register.Client;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Unavailable;

/**
 * Some households on file, whose people come to belong to groups in need and to belong to them no
 * more. What was recorded before stays with the category that the household had then.
 */
final class OracleRegister {
  static final int HOUSEHOLDS = 12;

  /** The first goes before the others. */
  static final List<String> CATEGORIES = List.of("tekun", "dibao", "disabled", "other");

  private static final Categories LISTED =
      new Categories(CATEGORIES.stream().map(id -> new Option(id, id, List.of())).toList());
  private static final LocalDate TODAY =
      LocalDate.ofInstant(TestDatabase.NOW, ZoneId.of("Asia/Shanghai"));

  private final OnDatabase on;
  private Register register = Register.EMPTY;

  /** What the store has on file. */
  OracleRegister(OnDatabase on) throws Unavailable {
    this.on = on;
    read();
  }

  private void read() throws Unavailable {
    on.store()
        .register()
        .since(register.version())
        .ifPresent(change -> register = register.after(change));
  }

  /** How records call a household. */
  static String name(int household) {
    return "户" + household;
  }

  /** The category of a household now, as the store's register tells it. */
  String category(int household) {
    return register
        .household(number(household))
        .map(file -> LISTED.primary(file, TODAY))
        .orElse(CATEGORIES.getLast());
  }

  /** Somebody of a household comes to belong to a group, or does no more since yesterday. */
  void retag(Random random, PlainRecords plain) throws Exception {
    int household = random.nextInt(HOUSEHOLDS);
    var category = CATEGORIES.get(random.nextInt(CATEGORIES.size() - 1));
    boolean belongs = random.nextBoolean();
    var tags = new ArrayList<>(tags(household));
    tags.removeIf(tag -> tag.category().equals(category));
    var tag = Tag.of(category);
    tags.add(belongs ? tag : tag.endingOn(TODAY.minusDays(1)));
    put(household, tags);
    plain.tag(name(household), category, belongs);
  }

  private List<Tag> tags(int household) {
    return register.household(number(household)).stream()
        .flatMap(file -> file.clients().stream())
        .flatMap(client -> client.tags().stream())
        .toList();
  }

  /** Each group by a person of its own, the last first. */
  private void put(int household, List<Tag> tags) throws Unavailable {
    var people =
        IntStream.range(0, tags.size())
            .mapToObj(i -> person(household, i, tags.get(tags.size() - 1 - i)))
            .toList();
    var fields =
        Map.of(HouseholdField.AREA, TestAreas.TAIPING.text(), HouseholdField.HEAD, name(household));
    var edit = new RegisterEdit.Put(new Household(number(household), fields, people));
    long next = register.version() + 1;
    var turn = RegisterContract.changing("office" + next, next, List.of(edit));
    assertThat(on.commit(turn)).isEqualTo(new Committed.Done());
    read();
  }

  private static Client person(int household, int i, Tag tag) {
    return new Client(new FileNumber("J" + household + "-" + (i + 1)), Map.of(), List.of(tag));
  }

  private static FileNumber number(int household) {
    return new FileNumber("J" + household);
  }
}

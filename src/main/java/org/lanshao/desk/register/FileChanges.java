package org.lanshao.desk.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.census.Cells;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Option;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.Difference;
import org.lanshao.register.Field;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;
import org.lanshao.turn.NewRegisterChange;

/** 变更: what is changed on file of a household and its people. */
final class FileChanges {
  private static final String CATEGORY = "类别";
  private static final Pattern ENDED = Pattern.compile("^(?:去掉?|取消|减|不是)");
  private static final Pattern BEGUN = Pattern.compile("^(?:加上?|增加|是)");

  private final FileTalk talk;
  private final FileValues values;
  private final FileEditing editing;

  FileChanges(FileTalk talk, Surroundings surroundings) {
    this.talk = talk;
    this.values = new FileValues(talk);
    this.editing = new FileEditing(talk, surroundings);
  }

  /** 变更 J12 电话 13800000000, 变更 石巷村张三 类别 加低保. */
  Decision change(String rest) {
    var split = split(rest);
    if (split.isEmpty()) {
      return how();
    }
    var said = split.get();
    return switch (talk.meant(said.whom())) {
      case FileTalk.Meant.Not(String text) -> FileTalk.say(text);
      case FileTalk.Meant.One(Household household) ->
          !talk.rights().changes(talk.heard().speaker())
              ? FileTalk.say(talk.say(FileWords.NOT_YOURS))
              : said.field()
                  .map(field -> field(household, said))
                  .orElseGet(() -> category(household, said));
    };
  }

  private Decision how() {
    var fields = fields().map(Field::label).collect(Collectors.joining("、"));
    return FileTalk.say(talk.say(FileWords.CHANGE_HOW, Map.of("fields", fields + "、" + CATEGORY)));
  }

  /**
   * What is to be changed.
   *
   * @param field empty for the category
   */
  private record Said(String whom, Optional<Field> field, String text) {}

  /** What can be changed: of the household, then of one of its people. */
  private static Stream<Field> fields() {
    return Stream.concat(Stream.of(HouseholdField.values()), Stream.of(ClientField.values()));
  }

  /** At the first name of a field behind a space, the longest one there. */
  private static Optional<Said> split(String rest) {
    var said = Folding.keep(rest);
    var names = new ArrayList<>(List.of(CATEGORY));
    fields().forEach(field -> names.addAll(names(field)));
    return names.stream()
        .filter(name -> said.indexOf(" " + name) > 0)
        .min(
            Comparator.comparingInt((String name) -> said.indexOf(" " + name))
                .thenComparing(String::length, Comparator.reverseOrder()))
        .map(name -> said(said, name));
  }

  /** Who is a member stands before a field of theirs: it is no name of a field there. */
  private static List<String> names(Field field) {
    return field == ClientField.NAME
        ? List.of(field.label())
        : Stream.concat(Stream.of(field.label()), field.others().stream()).toList();
  }

  private static Said said(String text, String name) {
    int at = text.indexOf(" " + name);
    var value = text.substring(at + 1 + name.length()).replaceFirst("^[ :：为改成=]+", "").strip();
    var field = fields().filter(one -> one.isCalled(name)).findFirst();
    return new Said(text.substring(0, at), field, value);
  }

  private Decision field(Household household, Said said) {
    var field = said.field().orElseThrow();
    var value = value(field, said.text());
    if (value.isEmpty()) {
      return FileTalk.say(
          talk.say(
              FileWords.BAD_VALUE,
              Map.of("field", field.label(), "whom", said.whom(), "example", example(field))));
    }
    if (field == HouseholdField.HEAD && isSomebodyNew(household, value.get())) {
      return head(household, value.get(), FileEditing.SURE.matcher(said.text()).find());
    }
    var after =
        switch (field) {
          case HouseholdField own -> household.with(own, value.get());
          case ClientField theirs -> with(household, person(household, said), theirs, value.get());
        };
    return changed(household, after, field.label());
  }

  /** Whether the head is among those on file, and who is to be it is not. */
  private static boolean isSomebodyNew(Household household, String name) {
    var names = household.clients().stream().map(Client::name).toList();
    return names.contains(household.head()) && !names.contains(name);
  }

  /** A name that was wrong, or another head: which of them is asked, and told how to say it. */
  private Decision head(Household household, String said, boolean sure) {
    var name = FileEditing.SURE.matcher(said).replaceFirst("").strip();
    if (sure && !name.isEmpty()) {
      var after = household.with(HouseholdField.HEAD, name);
      return changed(household, after, HouseholdField.HEAD.label());
    }
    var number = household.number().text();
    var slots = Map.of("number", number, "head", household.head(), "name", name);
    var rename = "变更 " + number + " 姓名 " + name;
    var other = "变更 " + number + " 户主 " + name + " 确认";
    return Decision.say(
        Reply.of(
            talk.say(FileWords.HEAD_NOT_LISTED, slots),
            List.of(new Reply.Choice(rename, rename), new Reply.Choice(other, other))));
  }

  /** A text in the writing in which it is kept; empty for what the field cannot be. */
  private Optional<String> value(Field field, String text) {
    boolean named = field == HouseholdField.HEAD || field == ClientField.NAME;
    if (text.isEmpty()) {
      return named || field.kind() == Field.Kind.AREA ? Optional.empty() : Optional.of("");
    }
    var near = talk.heard().speaker().area();
    return new Cells(talk.directory(), near, talk.heard().today())
        .read(field, text)
        .filter(kept -> field.kind() != Field.Kind.AREA || sees(new AreaCode(kept)));
  }

  private boolean sees(AreaCode area) {
    return talk.rights().sees(talk.heard().speaker(), area);
  }

  private static String example(Field field) {
    return switch (field.kind()) {
      case AREA -> "富林镇石巷村";
      case PHONE -> "13800000000";
      case ID_NUMBER -> "110101199003070011";
      case NUMBER -> "4";
      case DAYS -> "每月";
      case DAY -> "1960-05-01";
      case TEXT, NAMES -> "张三";
    };
  }

  /** Who is meant among the people of a household: who is called by name, else its head. */
  private static Client person(Household household, Said said) {
    var whom = Folding.tight(said.whom());
    return household.clients().stream()
        .filter(client -> whom.endsWith(Folding.tight(client.name())))
        .max(Comparator.comparingInt(client -> client.name().length()))
        .orElseGet(() -> head(household));
  }

  private static Household with(
      Household household, Client client, ClientField field, String text) {
    var fields = new EnumMap<ClientField, String>(client.fields());
    fields.put(field, text);
    var changed = with(household, new Client(client.number(), fields, client.tags()));
    boolean renamed = field == ClientField.NAME && client.name().equals(household.head());
    return renamed ? changed.with(HouseholdField.HEAD, text) : changed;
  }

  /** With one of its people as they are now, where they stand or behind the others. */
  private static Household with(Household household, Client client) {
    var clients = new ArrayList<>(household.clients());
    clients.replaceAll(one -> one.number().equals(client.number()) ? client : one);
    if (!clients.contains(client)) {
      clients.add(client);
    }
    return household.with(clients);
  }

  private Decision category(Household household, Said said) {
    var text = said.text();
    boolean ended = ENDED.matcher(text).find();
    var name = BEGUN.matcher(ENDED.matcher(text).replaceFirst("")).replaceFirst("").strip();
    var category = talk.categories().find(name);
    if (category.isEmpty()) {
      var all =
          talk.categories().options().stream().map(Option::label).collect(Collectors.joining("、"));
      return FileTalk.say(talk.say(FileWords.NO_CATEGORY, Map.of("name", name, "categories", all)));
    }
    var tagged = tagged(person(household, said), category.get().id(), ended);
    return changed(household, with(household, tagged), CATEGORY);
  }

  private Client tagged(Client client, String category, boolean ended) {
    var today = talk.heard().today();
    var tags = new ArrayList<Tag>();
    for (Tag tag : client.tags()) {
      boolean same = tag.category().equals(category) && tag.holds(today);
      tags.add(same && ended ? tag.endingOn(today.minusDays(1)) : tag);
    }
    if (!ended && tags.stream().noneMatch(tag -> isIt(tag, category))) {
      tags.add(new Tag(category, Optional.of(today), Optional.empty(), "", ""));
    }
    return new Client(client.number(), client.fields(), tags);
  }

  private boolean isIt(Tag tag, String category) {
    return tag.category().equals(category) && tag.holds(talk.heard().today());
  }

  /** Its head as one of its people, made where they are not listed yet. */
  static Client head(Household household) {
    return household.clients().stream()
        .filter(client -> client.name().equals(household.head()))
        .findFirst()
        .orElseGet(
            () ->
                new Client(
                    new FileNumber(household.number() + "-" + (household.clients().size() + 1)),
                    Map.of(ClientField.NAME, household.head()),
                    List.of()));
  }

  private Decision changed(Household before, Household after, String what) {
    var differences =
        Difference.between(Optional.of(before), after).stream()
            .filter(one -> one.what().equals(what))
            .findFirst();
    if (differences.isEmpty()) {
      return FileTalk.say(talk.say(FileWords.SAME, Map.of("field", what, "text", "")));
    }
    var one = differences.get();
    var slots =
        Map.of(
            "number", after.number().text(),
            "head", after.head(),
            "field", whose(one, after) + what,
            "before", values.before(one),
            "after", values.after(one));
    return editing.file(
        talk.say(FileWords.CHANGED, slots),
        NewRegisterChange.Kind.CHANGE,
        List.of(new RegisterEdit.Put(after)));
  }

  /** Whose it is, where it is not the head's. */
  private static String whose(Difference one, Household household) {
    return one.whose().equals(household.head()) ? "" : one.whose();
  }
}

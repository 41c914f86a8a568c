package org.lanshao.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Found;
import org.lanshao.form.Option;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Answer;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Reading;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.Difference;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Merging;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;
import org.lanshao.turn.NewRegisterChange;

/** 变更 and 合并: what is changed on file, at once, with who did it. */
final class FileChanges {
  private static final String CATEGORY = "类别";
  private static final Pattern SURE = Pattern.compile("[ ,，]*(?:确认|confirm)$");
  private static final Pattern ENDED = Pattern.compile("^(?:去掉?|取消|减|不是)");
  private static final Pattern BEGUN = Pattern.compile("^(?:加上?|增加|是)");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})天?");

  private final FileTalk talk;
  private final Surroundings surroundings;

  FileChanges(FileTalk talk, Surroundings surroundings) {
    this.talk = talk;
    this.surroundings = surroundings;
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
                  .map(field -> field(household, field, said.text()))
                  .orElseGet(() -> category(household, said.text()));
    };
  }

  private Decision how() {
    var fields =
        Stream.of(HouseholdField.values())
            .map(HouseholdField::label)
            .collect(Collectors.joining("、"));
    return FileTalk.say(talk.say(FileWords.CHANGE_HOW, Map.of("fields", fields + "、" + CATEGORY)));
  }

  /**
   * What is to be changed.
   *
   * @param field empty for the category
   */
  private record Said(String whom, Optional<HouseholdField> field, String text) {}

  /** At the first name of a field behind a space, the longest one there. */
  private static Optional<Said> split(String rest) {
    var said = Folding.keep(rest);
    var names = new ArrayList<>(List.of(CATEGORY));
    for (var field : HouseholdField.values()) {
      names.add(field.label());
      names.addAll(field.others());
    }
    return names.stream()
        .filter(name -> said.indexOf(" " + name) > 0)
        .min(
            Comparator.comparingInt((String name) -> said.indexOf(" " + name))
                .thenComparing(String::length, Comparator.reverseOrder()))
        .map(name -> said(said, name));
  }

  private static Said said(String text, String name) {
    int at = text.indexOf(" " + name);
    var value = text.substring(at + 1 + name.length()).replaceFirst("^[ :：为改成=]+", "").strip();
    var field = Stream.of(HouseholdField.values()).filter(one -> one.isCalled(name)).findFirst();
    return new Said(text.substring(0, at), field, value);
  }

  private Decision field(Household household, HouseholdField field, String text) {
    var value = value(field, text);
    if (value.isEmpty()) {
      return FileTalk.say(talk.say(FileWords.BAD_VALUE, Map.of("field", field.label())));
    }
    return changed(household, household.with(field, value.get()), field.label());
  }

  /** A text in the writing in which it is kept; empty for what the field cannot be. */
  private Optional<String> value(HouseholdField field, String text) {
    return switch (field.kind()) {
      case PHONE -> phone(text);
      case NUMBER, DAYS -> {
        var number = DAYS.matcher(Folding.tight(text).replaceAll("[人口]$", ""));
        yield number.matches() ? Optional.of(number.group(1)) : Optional.empty();
      }
      case AREA ->
          talk.directory().find(text, talk.heard().speaker().area()) instanceof Found.One(Area area)
                  && talk.rights().sees(talk.heard().speaker(), area.code())
              ? Optional.of(area.code().text())
              : Optional.empty();
      case NAMES -> Optional.of(String.join(";", text.split("[;；、,，]")));
      case TEXT, ID_NUMBER, DAY ->
          field == HouseholdField.HEAD && text.isEmpty() ? Optional.empty() : Optional.of(text);
    };
  }

  private Optional<String> phone(String text) {
    return text.isEmpty()
        ? Optional.of("")
        : Answer.read(text, new Type.Phone(), talk.hearing())
                instanceof Reading.Understood(Value.Phone(String number))
            ? Optional.of(number)
            : Optional.empty();
  }

  private Decision category(Household household, String text) {
    boolean ended = ENDED.matcher(text).find();
    var name = BEGUN.matcher(ENDED.matcher(text).replaceFirst("")).replaceFirst("").strip();
    var category = talk.categories().find(name);
    if (category.isEmpty()) {
      var all =
          talk.categories().options().stream().map(Option::label).collect(Collectors.joining("、"));
      return FileTalk.say(talk.say(FileWords.NO_CATEGORY, Map.of("name", name, "categories", all)));
    }
    var head = head(household);
    var clients = new ArrayList<>(household.clients());
    clients.removeIf(client -> client.number().equals(head.number()));
    clients.addFirst(tagged(head, category.get().id(), ended));
    return changed(household, household.with(clients), CATEGORY);
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
            "field", what,
            "before", shown(one.before(), what),
            "after", shown(one.after(), what));
    return changed(
        talk.say(FileWords.CHANGED, slots),
        NewRegisterChange.Kind.CHANGE,
        List.of(new RegisterEdit.Put(after)));
  }

  private String shown(String text, String what) {
    var shown = text.isEmpty() ? text : plain(text, what);
    return shown.isEmpty() ? talk.say(FileWords.NOTHING) : shown;
  }

  private String plain(String text, String what) {
    return what.equals(HouseholdField.AREA.label())
        ? talk.place(new AreaCode(text))
        : what.equals(CATEGORY)
            ? Stream.of(text.split(" "))
                .filter(id -> !id.contains("-"))
                .map(talk.categories()::label)
                .collect(Collectors.joining("、"))
            : text;
  }

  /** 合并 J12 J15: shown first, done when it is sent again with 确认. */
  Decision merge(String rest) {
    var sure = SURE.matcher(rest).find();
    var numbers = SURE.matcher(rest).replaceFirst("").strip().split("[ ,，和到并入]+");
    if (numbers.length != 2) {
      return FileTalk.say(talk.say(FileWords.MERGE_HOW));
    }
    if (!talk.rights().leads(talk.heard().speaker())) {
      return FileTalk.say(talk.say(FileWords.NOT_YOURS));
    }
    var from = talk.meant(numbers[0]);
    var into = talk.meant(numbers[1]);
    if (!(from instanceof FileTalk.Meant.One(Household one))) {
      return FileTalk.say(((FileTalk.Meant.Not) from).text());
    }
    if (!(into instanceof FileTalk.Meant.One(Household other))) {
      return FileTalk.say(((FileTalk.Meant.Not) into).text());
    }
    return one.equals(other)
        ? FileTalk.say(talk.say(FileWords.MERGE_APART))
        : merge(one, other, sure);
  }

  private Decision merge(Household from, Household into, boolean sure) {
    var slots = Map.of("from", talk.line(from, from.head()), "into", talk.line(into, into.head()));
    return sure
        ? changed(
            talk.say(FileWords.MERGED, slots), NewRegisterChange.Kind.MERGE, Merging.of(from, into))
        : FileTalk.say(talk.say(FileWords.MERGE_SURE, slots));
  }

  private Decision changed(String said, NewRegisterChange.Kind kind, List<RegisterEdit> edits) {
    var change =
        new NewRegisterChange(
            new RegisterChange(talk.register().version() + 1, edits),
            surroundings.ids().get(),
            kind,
            Optional.of(talk.heard().speaker().id()),
            talk.heard().where().key(),
            surroundings.clock().instant());
    return FileTalk.say(said).with(new Effect.File(change));
  }
}

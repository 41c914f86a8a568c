package org.lanshao.desk.register;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.command.ListReader;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.OccasionBook;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Marks;
import org.lanshao.form.Option;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.register.Household;
import org.lanshao.turn.Unavailable;

/**
 * What a list of households is asked of: 富林镇 低保 本月 全名, in any order.
 *
 * @param said without an area the widest that the asker may see, without days this month
 * @param categories those that are asked for; none for all
 * @param whole whether with whole names
 */
record FileAsked(
    FileTalk talk, ListReader.Read.Right said, List<Option> categories, boolean whole) {
  private static final Set<String> WHOLE = Set.of("全名", "完整", "全部姓名");
  private static final Set<String> HOUSEHOLDS = Set.of("户", "住户", "家", "对象", "人员");

  /** What was asked, or what to say instead. */
  sealed interface Read {
    record Right(FileAsked asked) implements Read {}

    record Wrong(Reply reply) implements Read {}
  }

  /**
   * Reads what follows a command.
   *
   * @param command 未访
   */
  static Read read(String rest, String command, FileTalk talk, OccasionBook book)
      throws Unavailable {
    var heard = talk.heard();
    var month = new DayRange(heard.today().withDayOfMonth(1), heard.today());
    var widest = talk.rights().widest(heard.speaker());
    var reader = new ListReader(talk.directory(), talk.wording(), word -> isKnown(word, talk));
    return switch (reader.read(rest, command, month, widest, book.asking(heard))) {
      case ListReader.Read.Wrong(Reply reply) -> new Read.Wrong(reply);
      case ListReader.Read.Right said ->
          new Read.Right(
              new FileAsked(
                  talk,
                  said,
                  said.words().stream()
                      .flatMap(word -> talk.categories().find(word).stream())
                      .distinct()
                      .toList(),
                  said.words().stream().anyMatch(WHOLE::contains)));
    };
  }

  private static boolean isKnown(String word, FileTalk talk) {
    return WHOLE.contains(word)
        || HOUSEHOLDS.contains(word)
        || talk.categories().find(word).isPresent();
  }

  DayRange range() {
    return said.range();
  }

  /** The days as they are told. */
  String days() {
    return RangeText.of(said.range(), talk.heard().today(), talk.wording());
  }

  /** What was asked for as it is told: the area, and the categories where some were named. */
  String place() {
    var place = Marks.list(areas().stream().map(talk::place), talk.wording());
    var called = Marks.list(categories.stream().map(Option::label), talk.wording());
    return called.isEmpty() ? place : place + " " + called;
  }

  /** The codes of the area, for the audit. */
  String codes() {
    return areas().stream().map(AreaCode::text).collect(Collectors.joining(","));
  }

  private List<AreaCode> areas() {
    return switch (said.scope()) {
      case Scope.InArea(AreaCode area) -> List.of(area);
      case Scope.InAreas(List<AreaCode> several) -> several;
      case Scope.ByPerson own -> List.of();
    };
  }

  /** The households that are meant, by village and number. */
  List<Household> households() {
    return talk.register()
        .lived()
        .filter(one -> said.scope().holds(one.area(), talk.directory()))
        .filter(one -> categories.isEmpty() || categories.stream().anyMatch(of -> belongs(one, of)))
        .sorted(
            Comparator.comparing((Household one) -> one.area().text())
                .thenComparing(Household::number))
        .toList();
  }

  private boolean belongs(Household household, Option category) {
    var id = category.id();
    var today = talk.heard().today();
    boolean last = talk.categories().options().getLast().id().equals(id);
    return (last && talk.categories().primary(household, today).equals(id))
        || household.clients().stream()
            .flatMap(client -> client.tags().stream())
            .anyMatch(tag -> tag.category().equals(id) && tag.holds(today));
  }
}

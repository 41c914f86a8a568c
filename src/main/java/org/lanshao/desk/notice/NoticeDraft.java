package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Group;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Item;
import org.lanshao.notice.Kinds;
import org.lanshao.notice.Level;
import org.lanshao.notice.OfficialText;
import org.lanshao.notice.Statement;
import org.lanshao.reading.Folding;

/** What somebody wants to let out, as it was understood; or what is missing. */
sealed interface NoticeDraft {
  /**
   * Something new.
   *
   * @param stations whom it is for, if these are not all stations of the areas
   * @param agencies which of their towns it goes to too
   */
  record New(List<Item> items, Asks asks, Optional<Set<AreaCode>> stations, Set<Agency> agencies)
      implements NoticeDraft {
    /** Something for stations alone. */
    New(List<Item> items, Asks asks, Optional<Set<AreaCode>> stations) {
      this(items, asks, stations, Set.of());
    }
  }

  /** The same, to these agencies too if it is something new. */
  default NoticeDraft to(Set<Agency> more) {
    if (!(this instanceof New(var items, var asks, var stations, var agencies))) {
      return this;
    }
    var all = new LinkedHashSet<>(agencies);
    all.addAll(more);
    return new New(items, asks, stations, all);
  }

  /** The end of what holds of a kind in some areas. */
  record Over(String kind, Set<AreaCode> areas) implements NoticeDraft {}

  /** Something is missing. */
  record Lacking(NoticeWords phrase, Map<String, String> slots) implements NoticeDraft {}

  /** Reads what is typed behind 预警, 响应 and 通知, and official texts. */
  final class Reader {
    private static final Pattern BETWEEN = Pattern.compile("\\s+");
    private static final Pattern COLOUR = Pattern.compile("[红橙黄蓝白]");

    private final NoticeRoom room;
    private final NoticeText text;
    private final NoticePlaces places;

    Reader(NoticeRoom room, NoticeText text, AreaCode near) {
      this.room = room;
      this.text = text;
      this.places = new NoticePlaces(room.directory(), near);
    }

    /** 预警 暴雨 橙 新兴县, and words more. */
    NoticeDraft warning(String rest) {
      var kind = Kinds.warning(rest);
      if (kind.isEmpty()) {
        return new Lacking(NoticeWords.NO_KIND, Map.of());
      }
      var colour = COLOUR.matcher(rest);
      var level =
          official(rest).or(() -> colour.find() ? signal(colour.group()) : Optional.empty());
      return level
          .map(found -> said(kind.get(), found, rest))
          .orElseGet(() -> new Lacking(NoticeWords.NO_COLOUR, Map.of("kind", kind.get())));
    }

    private static Optional<Level> official(String rest) {
      return OfficialText.read(rest).stream()
          .filter(statement -> !statement.ends())
          .flatMap(statement -> statement.level().stream())
          .findFirst();
    }

    private static Optional<Level> signal(String colour) {
      return Colour.read(colour).map(Level.Signal::new);
    }

    /** 响应 防汛 Ⅳ 全市. */
    NoticeDraft response(String rest) {
      var kind = Kinds.response(rest);
      if (kind.isEmpty()) {
        return new Lacking(NoticeWords.NO_KIND, Map.of());
      }
      Optional<Level> grade =
          List.of(BETWEEN.split(rest)).stream()
              .flatMap(word -> Grade.read(word.replace(kind.get(), "")).stream())
              .findFirst()
              .map(Level.Response::new);
      return official(rest)
          .or(() -> grade)
          .map(found -> said(kind.get(), found, rest))
          .orElseGet(() -> new Lacking(NoticeWords.NO_GRADE, Map.of("kind", kind.get())));
    }

    private NoticeDraft said(String kind, Level level, String rest) {
      var words = new ArrayList<String>();
      for (String word : BETWEEN.split(rest)) {
        boolean meant =
            Colour.read(word).isPresent()
                || Grade.read(word).isPresent()
                || word.equals(kind)
                || word.matches(".{0,10}预警(?:信号)?|.{0,10}响应");
        if (!meant) {
          words.add(word);
        }
      }
      return switch (places.words(String.join(" ", words))) {
        case NoticePlaces.Places.Several several -> several(several);
        case NoticePlaces.Places.Areas(var areas, var more) when !areas.isEmpty() ->
            item(kind, level, areas, more);
        case NoticePlaces.Places.Areas none -> prose(kind, level, rest);
      };
    }

    private NoticeDraft prose(String kind, Level level, String rest) {
      return switch (places.prose(rest)) {
        case NoticePlaces.Places.Several several -> several(several);
        case NoticePlaces.Places.Areas(var areas, var more) when areas.isEmpty() ->
            new Lacking(NoticeWords.NO_AREA, Map.of("word", text.headline(kind, level)));
        case NoticePlaces.Places.Areas(var areas, var more) ->
            item(kind, level, areas, more.length() > 20 ? more : "");
      };
    }

    private static NoticeDraft several(NoticePlaces.Places.Several several) {
      return new Lacking(
          NoticeWords.SEVERAL_AREAS, Map.of("name", several.name(), "names", several.names()));
    }

    private NoticeDraft item(String kind, Level level, Set<AreaCode> areas, String more) {
      var item = new Item(kind, level, areas, text.headline(kind, level), more, Optional.empty());
      return new New(List.of(item), Asks.STATION, Optional.empty());
    }

    /** An official text, pasted as it is; empty when it says nothing that is understood. */
    Optional<NoticeDraft> pasted(String pasted) {
      var statements = OfficialText.read(pasted);
      if (statements.isEmpty()) {
        return Optional.empty();
      }
      var first = statements.stream().filter(one -> !one.ends()).findFirst();
      return Optional.of(
          first
              .map(one -> prose(one.kind(), one.level().orElseThrow(), pasted))
              .orElseGet(() -> over(statements.getFirst(), pasted)));
    }

    private NoticeDraft over(Statement statement, String pasted) {
      return switch (places.prose(pasted)) {
        case NoticePlaces.Places.Several several -> several(several);
        case NoticePlaces.Places.Areas(var areas, var more) -> new Over(statement.kind(), areas);
      };
    }

    /** 通知 罗定市 正文. */
    NoticeDraft plain(String rest) {
      var parts = BETWEEN.split(rest.strip(), 2);
      var body = parts.length < 2 ? "" : parts[1].strip();
      var asks = Asks.STATION;
      for (String word : List.of("每人", "免回")) {
        if (body.startsWith(word)) {
          asks = word.equals("每人") ? Asks.WORKER : Asks.NONE;
          body = body.substring(word.length()).strip();
        }
      }
      if (parts[0].isEmpty() || body.isEmpty()) {
        return new Lacking(NoticeWords.NO_TEXT, Map.of());
      }
      var group = group(parts[0]);
      if (group.isPresent()) {
        var area = Set.of(group.get().area());
        return plain(area, body, asks, Optional.of(area)).to(group.get().agencies());
      }
      return switch (places.words(parts[0])) {
        case NoticePlaces.Places.Several several -> several(several);
        case NoticePlaces.Places.Areas(var areas, var unknown)
            when areas.isEmpty() || !unknown.isEmpty() ->
            new Lacking(NoticeWords.UNKNOWN_AREA, Map.of("name", parts[0]));
        case NoticePlaces.Places.Areas(var areas, var none) ->
            plain(areas, body, asks, Optional.empty());
      };
    }

    private Optional<Group> group(String name) {
      var wanted = Folding.tight(name);
      return room.directory().groups().stream()
          .filter(group -> Folding.tight(group.name()).equals(wanted))
          .findFirst();
    }

    private NoticeDraft plain(
        Set<AreaCode> areas, String body, Asks asks, Optional<Set<AreaCode>> stations) {
      var level = new Level.Plain();
      var item =
          new Item(
              "通知",
              level,
              new LinkedHashSet<>(areas),
              text.headline("", level),
              body,
              Optional.empty());
      return new New(List.of(item), asks, stations);
    }
  }
}

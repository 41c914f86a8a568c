package org.lanshao.desk.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.By;
import org.lanshao.desk.talk.Decision;
import org.lanshao.directory.AreaCode;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.notice.Act;
import org.lanshao.notice.Asks;
import org.lanshao.notice.CapAreas;
import org.lanshao.notice.CapCode;
import org.lanshao.notice.CapRead;
import org.lanshao.notice.CapReader;
import org.lanshao.notice.Chain;
import org.lanshao.notice.Content;
import org.lanshao.notice.Item;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Reference;
import org.lanshao.notice.Warning;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/**
 * Takes warnings that come in, each as a turn of one conversation, so that they are looked at one
 * after the other. The reply is a status of HTTP and behind it a short JSON: {@code 200
 * {"code":"taken","number":"N15","sent":12,"waiting":0,"never":0}}.
 */
public final class NoticeIntake {
  /** No channel of the settings can be called so: their names have no colon. */
  private static final ChannelName OWN = new ChannelName("warning:");

  private final NoticeRoom room;

  /** Into this room. */
  public NoticeIntake(NoticeRoom room) {
    this.room = room;
  }

  /** The conversation in which warnings are turns. */
  public static ConversationId conversation() {
    return new ConversationId(OWN, new Chat.Private(), "cap");
  }

  /** The bytes of a document as a text, each a sign of its own, so that none is lost. */
  public static String text(byte[] document) {
    return new String(document, StandardCharsets.ISO_8859_1);
  }

  /** Whether documents that come in are turns of this conversation. */
  public static boolean isOwn(ConversationId conversation) {
    return conversation.channel().equals(OWN);
  }

  /** What follows from a document. */
  public Decision take(String document) throws Unavailable {
    var reader = new CapReader(new CapAreas(room.directory()));
    return switch (reader.read(document.getBytes(StandardCharsets.ISO_8859_1))) {
      case CapRead.Wrong wrong -> refused(wrong);
      case CapRead.Read(Warning warning) -> take(warning);
    };
  }

  private static Decision refused(CapCode code, String field) {
    return refused(new CapRead.Wrong(code, field, ""));
  }

  /**
   * The names of elements are the sender's: of a root that is none, nothing but letters is said.
   */
  private static Decision refused(CapRead.Wrong wrong) {
    var field = wrong.field().replaceAll("[^A-Za-z0-9-]", "");
    var said = new CapRead.Wrong(wrong.code(), field, wrong.right());
    int status = wrong.code().isConflict() ? 409 : 400;
    var json =
        "{\"error\":\"%s\",\"field\":\"%s\",\"say\":\"%s\"}"
            .formatted(said.code().word(), said.field(), said.say());
    return Decision.say(Reply.of(status + " " + json));
  }

  private Decision take(Warning warning) throws Unavailable {
    var before = room.notices().identified(warning.identifier());
    if (before.isPresent()) {
      return again(warning, before.get().notice());
    }
    if (warning.act() == Act.ALERT) {
      return issue(warning, Optional.empty());
    }
    return switch (Chain.head(warning.references(), links(warning))) {
      case Chain.Found.None(CapCode code) -> refused(code, "references");
      case Chain.Found.Head(String number) ->
          issue(warning, room.notices().notice(number).map(KeptNotice::notice));
    };
  }

  private static Decision again(Warning warning, Notice before) {
    var content = before.content();
    boolean same =
        content.source().equals(Optional.of(reference(warning)))
            && content.act() == warning.act()
            && content.status() == warning.status()
            && (warning.items().isEmpty() || content.items().equals(warning.items()));
    return same
        ? Decision.say(
            Reply.of("200 {\"code\":\"duplicate\",\"number\":\"%s\"}".formatted(before.number())))
        : refused(CapCode.REUSED, "identifier");
  }

  private static Reference reference(Warning warning) {
    return new Reference(warning.sender(), warning.identifier(), warning.sent());
  }

  private Map<String, Chain.Link> links(Warning warning) throws Unavailable {
    var links = new HashMap<String, Chain.Link>();
    for (Reference reference : warning.references()) {
      var next = room.notices().identified(reference.identifier());
      while (next.isPresent() && !links.containsKey(next.get().notice().number())) {
        var notice = next.get().notice();
        links.put(notice.number(), link(notice));
        next =
            notice.stage() instanceof Notice.Stage.Over(var end, String number, var at)
                    && !number.isEmpty()
                ? room.notices().notice(number)
                : Optional.empty();
      }
    }
    return links;
  }

  private static Chain.Link link(Notice notice) {
    var source =
        notice
            .content()
            .source()
            .orElseGet(() -> new Reference("", notice.number(), notice.content().at()));
    return new Chain.Link(notice.number(), source, notice.stage());
  }

  private Decision issue(Warning warning, Optional<Notice> original) throws Unavailable {
    var by = new By(Optional.empty(), conversation().key(), room.now());
    var sheet = new NoticeSheet(room, by);
    var content = content(warning, original, by);
    var page = sheet.begin(new NoticeEvent.Drafted(by, content));
    new NoticeIssuing(room).issue(sheet, page, content.asks(), false);
    var notice = page.notice();
    var code = warning.isExpired(by.at()) ? "expired" : "taken";
    var json =
        "{\"code\":\"%s\",\"number\":\"%s\",\"sent\":%d,\"waiting\":%d,\"never\":%d}"
            .formatted(
                code,
                notice.number(),
                notice.told().size(),
                notice.waiting().size(),
                notice.never().size());
    return sheet.decide(Reply.of("200 " + json));
  }

  private Content content(Warning warning, Optional<Notice> original, By by) throws Unavailable {
    boolean ends = warning.act() == Act.CANCEL;
    var items = ends ? over(warning, original.orElseThrow()) : warning.items();
    var stations = new LinkedHashSet<AreaCode>();
    if (!ends) {
      warning.items().forEach(item -> stations.addAll(room.stations(item.areas())));
    }
    original.ifPresent(
        notice -> {
          stations.addAll(notice.told().keySet());
          stations.addAll(notice.waiting().keySet());
        });
    boolean urgent = items.stream().anyMatch(item -> item.level().isUrgent());
    return new Content(
        room.number(warning.status()),
        by.at(),
        warning.status(),
        warning.act(),
        items,
        ends ? Asks.NONE : Asks.STATION,
        false,
        original.map(Notice::number),
        Optional.of(reference(warning)),
        stations,
        original.map(notice -> notice.content().agencies()).orElse(Set.of()),
        room.chase().of(urgent));
  }

  /** What is over, by its own words where the all-clear has none. */
  private List<Item> over(Warning warning, Notice original) {
    var text = new NoticeText(room, room.wording());
    var items = new ArrayList<Item>();
    for (Item item : original.content().items()) {
      var title = text.ended(item);
      var said = warning.items().isEmpty() ? "" : warning.items().getFirst().text();
      items.add(new Item(item.kind(), item.level(), item.areas(), title, said, Optional.empty()));
    }
    return items;
  }
}

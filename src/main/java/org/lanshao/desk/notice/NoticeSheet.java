package org.lanshao.desk.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.alert.By;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Silence;
import org.lanshao.turn.Cause;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.NoticeChanges;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.NoticeStep;
import org.lanshao.turn.Notices.Asked;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;

/** All that one turn writes of notices, as it comes together. For one thread. */
public final class NoticeSheet {
  /** No channel of the settings can be called so: their names have no colon. */
  private static final ChannelName OWN = new ChannelName("notice:");

  private final NoticeRoom room;
  private final By by;
  private final Map<String, NoticePage> pages = new LinkedHashMap<>();
  private final List<NewOutgoing> rows = new ArrayList<>();
  private final List<NoticeReceipt> receipts = new ArrayList<>();
  private final List<Silence> silences = new ArrayList<>();
  private final List<Cause> ended = new ArrayList<>();
  private final List<Asked> stillAsked = new ArrayList<>();

  NoticeSheet(NoticeRoom room, By by) {
    this.room = room;
    this.by = by;
  }

  /** The conversation in which the looks at a notice are turns. */
  static ConversationId conversation(String number) {
    return new ConversationId(OWN, new Chat.Private(), number);
  }

  /** Whether these are turns of a notice. */
  public static boolean isOwn(ConversationId conversation) {
    return conversation.channel().equals(OWN);
  }

  By by() {
    return by;
  }

  Instant now() {
    return by.at();
  }

  /** The page of a notice that goes on; the same for the same number. */
  NoticePage page(KeptNotice kept) {
    return pages.computeIfAbsent(kept.notice().number(), number -> new NoticePage(kept));
  }

  NoticePage begin(NoticeEvent.Drafted drafted) {
    var page = new NoticePage(drafted);
    pages.put(page.number(), page);
    return page;
  }

  void send(List<NewOutgoing> more) {
    rows.addAll(more);
  }

  void confirm(NoticeReceipt receipt) {
    receipts.add(receipt);
  }

  void silence(Silence silence) {
    silences.add(silence);
  }

  /** This turn goes by it that this is asked and not confirmed. */
  void goBy(Asked asked) {
    stillAsked.add(asked);
  }

  void end(Cause cause) {
    ended.add(cause);
  }

  /** The notices that go to somebody now. */
  List<Notice> sent() {
    return pages.values().stream().filter(NoticePage::isSent).map(NoticePage::notice).toList();
  }

  /** The notices that something happens to and that go to nobody yet. */
  List<Notice> held() {
    return pages.values().stream()
        .filter(page -> page.isWritten() && !page.isSent())
        .map(NoticePage::notice)
        .filter(notice -> !notice.waiting().isEmpty())
        .toList();
  }

  /** All of it happens, and this is said. */
  Decision decide(Reply reply) {
    return decide(reply, Optional.empty(), Optional.empty());
  }

  /**
   * All of it happens in a look, and this is said.
   *
   * @param ringing the timer that this look is taken for, which goes on ringing for its notice
   * @param latest not before then, if anything is due
   */
  Decision decide(Reply reply, Optional<Timers.Due> ringing, Optional<Instant> latest) {
    var steps = new ArrayList<NoticeStep>();
    var timers = new ArrayList<NewTimer>();
    var moves = new ArrayList<TimerMove>();
    for (NoticePage page : pages.values()) {
      var rung = ringing.filter(due -> due.conversation().account().equals(page.number()));
      rung.ifPresent(due -> moves.add(move(page, due, latest)));
      var timer = timer(page, rung.isPresent(), timers);
      if (page.isWritten()) {
        steps.add(page.step(timer));
      }
      if (page.asksNoMore()) {
        timers.add(look(page, now()));
      }
    }
    var changes = new NoticeChanges(steps, receipts, silences, stillAsked);
    return Decision.say(reply)
        .with(changes.isNothing() ? List.of() : List.of(changes), Effect.Notify::new)
        .with(rows, Effect.Send::new)
        .with(timers, Effect.Wake::new)
        .with(moves, Effect.Move::new)
        .with(ended, Effect.End::new);
  }

  private TimerMove move(NoticePage page, Timers.Due due, Optional<Instant> latest) {
    return page.notice()
        .due()
        .map(next -> latest.filter(next::isBefore).orElse(next))
        .map(next -> TimerMove.to(new TimerMove.Next(next, now(), 0), due))
        .orElseGet(() -> TimerMove.done(due));
  }

  private Optional<UUID> timer(NoticePage page, boolean rings, List<NewTimer> timers) {
    var due = page.notice().due();
    if (due.isEmpty() || rings || !page.isRetimed()) {
      return due.flatMap(at -> page.timer());
    }
    var at = due.get().isBefore(now()) ? now().plus(Duration.ofSeconds(1)) : due.get();
    var timer = look(page, at);
    timers.add(timer);
    return Optional.of(timer.id());
  }

  private NewTimer look(NoticePage page, Instant at) {
    return new NewTimer(room.id(), NewTimer.Kind.NOTICE, conversation(page.number()), at, now());
  }
}

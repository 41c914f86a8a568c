package org.lanshao.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.lanshao.count.Entry;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.record.Matter;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTurn;

/** Invented turns, submissions and messages. */
final class Samples {
  static final ChannelName CHANNEL = new ChannelName("sandbox");
  static final LocalDate DAY = LocalDate.of(2022, 5, 10);
  private static final AtomicLong NUMBERS = new AtomicLong();

  private Samples() {}

  static ConversationId conversation(String account) {
    return new ConversationId(CHANNEL, new Chat.Private(), account);
  }

  static NewTurn turn(String account, long seq, String messageId) {
    return draft(account, seq, messageId, 0);
  }

  static NewTurn draft(String account, long seq, String messageId, long draftFrom) {
    return draft(account, seq, messageId, draftFrom, Optional.empty());
  }

  static NewTurn draft(
      String account, long seq, String messageId, long draftFrom, Optional<String> snapshot) {
    return new NewTurn(
        conversation(account),
        seq,
        messageId,
        TestDatabase.NOW,
        Optional.of(new PersonId(account)),
        "{\"v\":1,\"input\":{\"kind\":\"text\",\"text\":\"石巷村走访\"}}",
        "[\"event " + seq + "\"]",
        "reply to " + messageId,
        draftFrom,
        Optional.of(DAY),
        "",
        snapshot);
  }

  static Changes plain(String account, long seq, String messageId) {
    return Changes.of(turn(account, seq, messageId)).build();
  }

  static UUID id() {
    long number = NUMBERS.incrementAndGet();
    return new UUID(0x0180_0000_0000_7000L + (number << 16), Long.MIN_VALUE + number);
  }

  static Submission submission(String person, AreaCode area, LocalDate day) {
    var id = id();
    return new Submission(
        id,
        "V" + id.getLeastSignificantBits(),
        new FormId("visit"),
        "abc",
        new PersonId(person),
        area,
        Instant.parse(day + "T02:00:00Z"),
        day,
        new Answers(Map.of(new QuestionId("note"), new Value.Text("电线老化"))));
  }

  /** A visit to a household with so many people, counted three ways. */
  static Changes.Filing visit(Submission submission, String household, long people) {
    return new Changes.Filing(
        submission,
        List.of(
            new Entry("visit.household_visits", "", "", "", 1),
            new Entry("visit.household_visits", "purpose", "flood", "", 1),
            new Entry("visit.person_times", "", "", "", people),
            new Entry("visit.households", "", "", household, 1)));
  }

  static Changes filing(String account, long seq, Changes.Filing filing) {
    return Changes.of(turn(account, seq, account + "-" + seq)).filings(List.of(filing)).build();
  }

  /** A turn that keeps a version of a matter without a record. */
  static Changes keeping(String account, long seq, Matter matter) {
    return Changes.of(turn(account, seq, account + "-" + seq)).matters(List.of(matter)).build();
  }

  static NewOutgoing outgoing(String account, String once) {
    return outgoing(new Outbound.Target.ToPerson(account), once);
  }

  /** The same to anybody. */
  static NewOutgoing outgoing(Outbound.Target target, String once) {
    return new NewOutgoing(
        id(),
        CHANNEL,
        target,
        new Reply.Part("请注意防汛", List.of()),
        once,
        TestDatabase.NOW,
        NewOutgoing.Terms.NOTICE);
  }
}

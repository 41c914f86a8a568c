package org.lanshao.desk;

import java.util.List;
import java.util.Optional;
import org.lanshao.dialogue.Event;
import org.lanshao.message.Reply;
import org.lanshao.people.Outcome;
import org.lanshao.people.Outcome.Deed;
import org.lanshao.record.Matter;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.NewDeclaration;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.TimerMove;

/**
 * What a message or a due timer causes, what is said, and what becomes of timers.
 *
 * @param deed what changes in people, duty and groups
 * @param again numbers of messages that rest and are sent again
 * @param outgoing what is said to others
 * @param matters new versions of matters that no record makes
 * @param notices what happens to notices
 * @param isUnclear whether the words meant nothing
 * @param filed what changes in the register
 * @param campaigns what happens to campaigns
 * @param season what is declared about a season
 * @param aside what goes on in private
 */
record Decision(
    List<Event> events,
    Reply reply,
    List<TimerMove> moves,
    Optional<Deed> deed,
    List<Long> again,
    List<NewOutgoing> outgoing,
    List<Matter> matters,
    NoticeWork notices,
    boolean isUnclear,
    Optional<NewRegisterChange> filed,
    CampaignChanges campaigns,
    Optional<NewDeclaration> season,
    Optional<Asides.Aside> aside) {
  Decision {
    events = List.copyOf(events);
    moves = List.copyOf(moves);
    again = List.copyOf(again);
    outgoing = List.copyOf(outgoing);
    matters = List.copyOf(matters);
  }

  /** What sends nothing again. */
  Decision(List<Event> events, Reply reply, List<TimerMove> moves, Optional<Deed> deed) {
    this(
        events,
        reply,
        moves,
        deed,
        List.of(),
        List.of(),
        List.of(),
        NoticeWork.NONE,
        false,
        Optional.empty(),
        CampaignChanges.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /** The same, and this happens to notices. */
  Decision telling(NoticeWork work) {
    return new Decision(
        events, reply, moves, deed, again, outgoing, matters, work, isUnclear, filed, campaigns,
        season, aside);
  }

  /** The same, and this happens to campaigns. */
  Decision leading(CampaignChanges changes) {
    return new Decision(
        events, reply, moves, deed, again, outgoing, matters, notices, isUnclear, filed, changes,
        season, aside);
  }

  /** The same, and this is declared about a season. */
  Decision declaring(NewDeclaration declaration) {
    return new Decision(
        events,
        reply,
        moves,
        deed,
        again,
        outgoing,
        matters,
        notices,
        isUnclear,
        filed,
        campaigns,
        Optional.of(declaration),
        aside);
  }

  /** The same, and these messages are sent again. */
  Decision sending(List<Long> numbers) {
    return new Decision(
        events, reply, moves, deed, numbers, outgoing, matters, notices, isUnclear, filed,
        campaigns, season, aside);
  }

  /** The same, and these versions of matters are kept. */
  Decision keeping(List<Matter> versions) {
    return new Decision(
        events, reply, moves, deed, again, outgoing, versions, notices, isUnclear, filed, campaigns,
        season, aside);
  }

  /** What changes nothing in people, duty and groups. */
  Decision(List<Event> events, Reply reply, List<TimerMove> moves) {
    this(events, reply, moves, Optional.empty());
  }

  /** What a message causes: messages leave timers alone. */
  Decision(List<Event> events, Reply reply) {
    this(events, reply, List.of());
  }

  /** Says something and changes nothing. */
  static Decision say(Reply reply) {
    return new Decision(List.of(), reply);
  }

  /** What somebody said about people, duty and groups. */
  static Decision of(Outcome outcome) {
    return new Decision(List.of(), outcome.reply(), List.of(), outcome.deed());
  }

  /** Says something, also to others, and changes nothing. */
  static Decision say(Reply reply, List<NewOutgoing> others) {
    return new Decision(
        List.of(),
        reply,
        List.of(),
        Optional.empty(),
        List.of(),
        others,
        List.of(),
        NoticeWork.NONE,
        false,
        Optional.empty(),
        CampaignChanges.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /** Says something and changes the register. */
  static Decision say(Reply reply, NewRegisterChange filed) {
    return new Decision(
        List.of(),
        reply,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        NoticeWork.NONE,
        false,
        Optional.of(filed),
        CampaignChanges.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /** Says that the words meant nothing. */
  static Decision unclear(Reply reply) {
    return new Decision(
        List.of(),
        reply,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        NoticeWork.NONE,
        true,
        Optional.empty(),
        CampaignChanges.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it answers to words in a group that name people. */
  boolean names() {
    return aside.filter(Asides.Aside::names).isPresent();
  }

  /** The same, and this becomes of timers. */
  Decision moving(List<TimerMove> others) {
    return new Decision(
        events, reply, others, deed, again, outgoing, matters, notices, isUnclear, filed, campaigns,
        season, aside);
  }

  /** The same, and it goes on in private. */
  Decision goingOn(Asides.Aside other) {
    return new Decision(
        events,
        reply,
        moves,
        deed,
        again,
        outgoing,
        matters,
        notices,
        isUnclear,
        filed,
        campaigns,
        season,
        Optional.of(other));
  }

  /** The same, said after this. */
  Decision after(Reply before) {
    return saying(Speech.join(before, reply));
  }

  /** The same with another reply. */
  Decision saying(Reply other) {
    return new Decision(
        events, other, moves, deed, again, outgoing, matters, notices, isUnclear, filed, campaigns,
        season, aside);
  }

  /** The same with other events. */
  Decision causing(List<Event> others) {
    return new Decision(
        others, reply, moves, deed, again, outgoing, matters, notices, isUnclear, filed, campaigns,
        season, aside);
  }

  /** Whether it says something, and does nothing. */
  boolean isSaying() {
    return events.isEmpty()
        && deed.isEmpty()
        && again.isEmpty()
        && outgoing.isEmpty()
        && matters.isEmpty()
        && notices.equals(NoticeWork.NONE)
        && campaigns.equals(CampaignChanges.NONE)
        && season.isEmpty()
        && filed.isEmpty();
  }

  /** Whether it leaves all but timers as it was. */
  boolean isSilent() {
    return events.isEmpty() && reply.parts().isEmpty() && deed.isEmpty() && matters.isEmpty();
  }
}

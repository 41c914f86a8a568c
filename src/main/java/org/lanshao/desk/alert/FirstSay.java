package org.lanshao.desk.alert;

import java.util.List;
import java.util.Optional;
import org.lanshao.alert.Alert;
import org.lanshao.message.Reply;
import org.lanshao.turn.AlertSeen;
import org.lanshao.turn.NewOutgoing;

/**
 * What a message means for alerts, found out before any form or reader sees it.
 *
 * @param page what is written of an alert, if anything
 * @param rows what is sent besides its waves
 * @param seen who said that they read one
 * @param reply what is said, if that is all; what follows in forms is said behind it
 * @param opens what the form that asks for the rest begins with; empty when none is opened
 * @param routes the words that forms and commands are to see in place of the message; empty when
 *     that is all that follows
 * @param raised whether an alert begins its climb with this message
 */
public record FirstSay(
    Optional<AlertPage> page,
    List<NewOutgoing> rows,
    List<AlertSeen> seen,
    Reply reply,
    Optional<String> opens,
    Optional<String> routes,
    boolean raised) {
  /** Copies the lists. */
  public FirstSay {
    rows = List.copyOf(rows);
    seen = List.copyOf(seen);
  }

  /** Nothing: forms and commands see the message. */
  public static final FirstSay NOTHING =
      new FirstSay(
          Optional.empty(),
          List.of(),
          List.of(),
          Reply.NONE,
          Optional.empty(),
          Optional.empty(),
          false);

  /** Says something, and that is all. */
  static FirstSay say(Reply reply) {
    return new FirstSay(
        Optional.empty(), List.of(), List.of(), reply, Optional.empty(), Optional.empty(), false);
  }

  /** Writes this and says something, and that is all. */
  static FirstSay of(AlertPage page, List<NewOutgoing> rows, Reply reply) {
    return new FirstSay(
        Optional.of(page), rows, List.of(), reply, Optional.empty(), Optional.empty(), false);
  }

  /** Somebody has read one, and that is all. */
  static FirstSay seen(AlertSeen seen, Reply reply) {
    return new FirstSay(
        Optional.empty(),
        List.of(),
        List.of(seen),
        reply,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Whether it means nothing for alerts. */
  public boolean isNothing() {
    return equals(NOTHING);
  }

  /** Whether forms and commands have nothing to do with the message. */
  public boolean isWhole() {
    return !isNothing() && opens.isEmpty() && routes.isEmpty();
  }

  /** Whether it only asks whether there is an emergency. */
  public boolean isQuestion() {
    return page.filter(one -> one.alert() instanceof Alert.Asked).isPresent();
  }

  /** Raised, with a form for the rest. */
  static FirstSay raise(AlertPage page, Optional<String> opens) {
    return new FirstSay(
        Optional.of(page), List.of(), List.of(), Reply.NONE, opens, Optional.empty(), true);
  }

  /** Writes this, and then these words are to be seen by forms and commands. */
  static FirstSay route(AlertPage page, Reply reply, String words) {
    return new FirstSay(
        Optional.of(page),
        List.of(),
        List.of(),
        reply,
        Optional.empty(),
        Optional.of(words),
        false);
  }
}

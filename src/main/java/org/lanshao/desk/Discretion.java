package org.lanshao.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Effect;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Extras;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.reading.PrivateNumbers;
import org.lanshao.reading.PrivateNumbers.Kind;
import org.lanshao.turn.NewOutgoing;

/**
 * The last that happens to all that a turn says, whoever says it: private numbers are masked, in
 * groups wholly, and who wrote one in a group is asked to recall it. The numbers themselves are
 * kept sealed, as all that is said.
 */
final class Discretion {
  private static final Map<Kind, DeskWords> NAMES =
      new EnumMap<>(
          Map.of(Kind.ID_NUMBER, DeskWords.AN_ID_NUMBER, Kind.PHONE, DeskWords.A_PHONE_NUMBER));

  private Discretion() {}

  /**
   * What is answered to a message, and that it is to be recalled where it must be: first, but in an
   * emergency whom to call comes first.
   */
  static Reply reply(Reply reply, Coming coming, List<Effect> effects, Wording wording) {
    var inbound = coming.inbound();
    boolean group = inbound.chat() instanceof Chat.Group;
    var said = group ? words(inbound.content()) : "";
    var masked = masked(reply, text -> PrivateNumbers.withoutPhones(cards(text, group), said));
    return recall(said, group && names(effects), wording)
        .map(recall -> alarms(effects) ? masked.before(recall) : masked.after(recall))
        .orElse(masked);
  }

  private static boolean alarms(List<Effect> effects) {
    return Effect.only(Effect.Alarm.class, effects)
        .anyMatch(one -> one.changes().step().isPresent());
  }

  private static boolean names(List<Effect> effects) {
    return Effect.only(Effect.GoOn.class, effects).anyMatch(one -> one.aside().names());
  }

  /** A message to somebody, or to a group. */
  static NewOutgoing outgoing(NewOutgoing row) {
    boolean group = row.target() instanceof Target.ToGroup;
    var part = masked(row.part(), text -> cards(text, group));
    return new NewOutgoing(
        row.id(), row.channel(), row.target(), part, row.once(), row.at(), row.terms());
  }

  private static String cards(String text, boolean group) {
    return group ? PrivateNumbers.hidden(text) : PrivateNumbers.masked(text);
  }

  private static Optional<String> recall(String said, boolean names, Wording wording) {
    if (said.isEmpty() && !names) {
      return Optional.empty();
    }
    var kinds = PrivateNumbers.in(said);
    var named = names ? Stream.of(DeskWords.NAMED_PEOPLE) : Stream.<DeskWords>empty();
    var what = Stream.concat(named, kinds.stream().map(NAMES::get)).map(wording::say).toList();
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wording.say(DeskWords.RECALL, Map.of("what", Marks.list(what.stream(), wording))));
  }

  private static String words(Content content) {
    return switch (content) {
      case Content.Text(String text) -> text;
      case Content.Location(var latitude, var longitude, String label) -> label;
      case Content.Several(List<Content> items) ->
          items.stream().map(Discretion::words).collect(Collectors.joining("\n"));
      default -> ""; // the others hold no words of people
    };
  }

  private static Reply masked(Reply reply, UnaryOperator<String> mask) {
    var parts = new ArrayList<Reply.Part>();
    reply.parts().forEach(part -> parts.add(masked(part, mask)));
    return new Reply(parts, reply.pressed().map(mask));
  }

  private static Reply.Part masked(Reply.Part part, UnaryOperator<String> mask) {
    var extras = part.extras();
    var choices = new ArrayList<Reply.Choice>();
    for (Reply.Choice one : part.choices()) {
      choices.add(new Reply.Choice(mask.apply(one.label()), one.say(), one.question()));
    }
    var marked =
        new Extras(
            extras.markdown().map(mask),
            extras.file(),
            extras.mentions(),
            extras.link(),
            extras.replaces());
    return new Reply.Part(mask.apply(part.text()), choices, marked);
  }
}

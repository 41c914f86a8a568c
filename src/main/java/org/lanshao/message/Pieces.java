package org.lanshao.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message in as many as a channel needs to carry it. Pure. */
public final class Pieces {
  private Pieces() {}

  /**
   * The messages to send for one, in order. A long text becomes several, and the choices go with
   * the last. Where the choices are buttons and the text is too long for their card, it goes before
   * the card, which asks again.
   */
  public static List<Reply.Part> of(Reply.Part part, Capabilities capabilities) {
    Optional<CardLimits> limits = capabilities.cards().filter(cards -> hasCard(part, cards));
    if (limits.isPresent() && Card.of(part, limits.get()).isEmpty()) {
      var pieces = new ArrayList<>(split(new Reply.Part(part.text(), List.of()), capabilities));
      pieces.add(Card.question(part, limits.get()));
      return pieces;
    }
    return split(part, capabilities);
  }

  /** Whether the choices of this message go out as buttons. */
  public static boolean hasCard(Reply.Part part, CardLimits limits) {
    return Card.of(Card.question(part, limits), limits).isPresent();
  }

  private static List<Reply.Part> split(Reply.Part part, Capabilities capabilities) {
    boolean fits = Splitting.bytes(part.text()) <= capabilities.maxTextBytes();
    if (fits || part.extras().isWhole()) {
      return List.of(part);
    }
    var texts = Splitting.parts(part.text(), capabilities.maxTextBytes());
    var pieces = new ArrayList<Reply.Part>();
    for (String text : texts.subList(0, Math.max(0, texts.size() - 1))) {
      pieces.add(new Reply.Part(text, List.of()));
    }
    String last = texts.isEmpty() ? "" : texts.getLast();
    pieces.add(new Reply.Part(last, part.choices(), part.extras().unmarked()));
    return pieces;
  }
}

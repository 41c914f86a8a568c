package org.lanshao.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which notice a warning refers to: the one that stands at the end of the chain now. */
public final class Chain {
  private Chain() {}

  /**
   * A notice that came in before.
   *
   * @param reference as another warning refers to it
   * @param stage how far it is
   */
  public record Link(String number, Reference reference, Notice.Stage stage) {}

  /** What was found. */
  public sealed interface Found {
    /** The notice that holds now. */
    record Head(String number) implements Found {}

    /** None, and why. */
    record None(CapCode code) implements Found {}
  }

  /**
   * The notice at the end of the chain of these references.
   *
   * @param numberToLink all notices of the chain, by number
   */
  public static Found head(List<Reference> references, Map<String, Link> numberToLink) {
    var heads = new LinkedHashSet<Link>();
    for (Reference reference : references) {
      var link =
          numberToLink.values().stream()
              .filter(one -> one.reference().equals(reference))
              .findFirst();
      if (link.isEmpty()) {
        return new Found.None(CapCode.UNKNOWN_REFERENCE);
      }
      heads.add(last(link.get(), numberToLink));
    }
    if (heads.size() > 1) {
      return new Found.None(CapCode.AMBIGUOUS_REFERENCE);
    }
    var head = heads.getFirst();
    return head.stage() instanceof Notice.Stage.Over
        ? new Found.None(CapCode.ENDED_REFERENCE)
        : new Found.Head(head.number());
  }

  private static Link last(Link link, Map<String, Link> numberToLink) {
    var seen = new LinkedHashSet<String>();
    var last = link;
    while (seen.add(last.number())) {
      var next = next(last).map(numberToLink::get);
      last = next.orElse(last);
    }
    return last;
  }

  private static Optional<String> next(Link link) {
    return link.stage() instanceof Notice.Stage.Over(Notice.End end, String number, var at)
            && end == Notice.End.REPLACED
        ? Optional.of(number)
        : Optional.empty();
  }
}

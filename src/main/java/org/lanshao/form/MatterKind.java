package org.lanshao.form;

import java.util.List;
import java.util.Optional;

/**
 * What a form says of the matters that bear its letter: hazards H1, H2 … are its records, or were
 * opened by other forms, and go from state to state until they are done.
 *
 * @param name what one is called: 隐患
 * @param states all that one may be in, at least one of them done and one not
 */
public record MatterKind(String name, List<State> states) {
  /** Copies the states. */
  public MatterKind {
    states = List.copyOf(states);
  }

  /**
   * What a matter may be in.
   *
   * @param label what people read: 已整改
   * @param aliases what else people call it: 未反馈
   * @param done whether nothing is left to do; such a matter cannot be followed any more
   * @param rhythm how many days after a step it is to be followed: after the one that opened it,
   *     the next one, and so on, the last number again and again; empty when it need not be
   */
  public record State(
      String id, String label, List<String> aliases, boolean done, List<Integer> rhythm) {
    /** Copies the lists. */
    public State {
      aliases = List.copyOf(aliases);
      rhythm = List.copyOf(rhythm);
    }

    /** Whether people call it so. */
    public boolean isCalled(String word) {
      return label.equals(word) || aliases.contains(word);
    }

    /** How many days after its step of this place, from 0, it is to be followed; or empty. */
    public Optional<Integer> after(int step) {
      return rhythm.isEmpty()
          ? Optional.empty()
          : Optional.of(rhythm.get(Math.min(step, rhythm.size() - 1)));
    }
  }

  /** The state of this id; empty when there is none. */
  public Optional<State> state(String id) {
    return states.stream().filter(state -> state.id().equals(id)).findFirst();
  }
}

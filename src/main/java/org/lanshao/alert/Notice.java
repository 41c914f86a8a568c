package org.lanshao.alert;

import java.util.List;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;

/** What is to be said when an alert was looked at. */
public sealed interface Notice {
  /**
   * A wave.
   *
   * @param step which, from 0
   * @param people who gets the card
   * @param groups which groups hear that there is something
   * @param unreached who was told before and has not answered, or cannot be written to: for all who
   *     get the card, to be called
   * @param empty the slots of this wave and those before that nobody fills
   */
  record Wave(
      int step,
      List<PersonId> people,
      List<GroupId> groups,
      List<PersonId> unreached,
      List<Slot> empty)
      implements Notice {
    /** Copies the lists. */
    public Wave {
      people = List.copyOf(people);
      groups = List.copyOf(groups);
      unreached = List.copyOf(unreached);
      empty = List.copyOf(empty);
    }
  }

  /** To the reporter: nobody has taken over yet; whom to call. */
  record Call(List<PersonId> whom) implements Notice {
    /** Copies the list. */
    public Call {
      whom = List.copyOf(whom);
    }
  }

  /** To those who know: the reporter is silent; what is missing. */
  record Missing(List<PersonId> people) implements Notice {
    /** Copies the list. */
    public Missing {
      people = List.copyOf(people);
    }
  }

  /**
   * To who took over and who is on duty now: a report is late.
   *
   * @param due the next report or the last one
   */
  record Late(Due due, List<PersonId> people) implements Notice {
    /** Copies the list. */
    public Late {
      people = List.copyOf(people);
    }
  }
}

package org.lanshao.command;

import java.util.List;
import java.util.Optional;
import org.lanshao.count.FormCount;
import org.lanshao.count.Source;
import org.lanshao.directory.Area;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
import org.lanshao.reading.DayRange;

/** A number that a report asks for. */
public sealed interface Figure {
  /**
   * What records count.
   *
   * @param count of which nothing but the measure is asked for
   * @param days of which days, where the report does not say
   */
  record Counted(Form form, FormCount count, Measure measure, Optional<DayRange> days)
      implements Figure {
    /** Whether it counts some kind of people or things alone. */
    public boolean isCategory() {
      return !count.where().isEmpty() || MeasureLabel.of(measure).kind().isPresent();
    }
  }

  /**
   * 覆盖率: how many in a hundred of the households on file were visited.
   *
   * @param category the option id of their category; empty for all
   */
  record Covered(Optional<String> category) implements Figure {}

  /** 核查 户 占 核查 户应核查: how many in a hundred of one number another one is. */
  record Share(Counted part, Counted whole) implements Figure {}

  /** 社工站, 社工点: how many places of a level there are. */
  record Places(Area.Kind kind, Which which) implements Figure {
    /** Of all of them. */
    public Places(Area.Kind kind) {
      this(kind, Which.ALL);
    }

    /** Which of them. */
    public enum Which {
      ALL,
      /** Those that were founded on the days asked about. */
      FOUNDED,
      /** Those that have a party branch by the last of these days. */
      WITH_BRANCH
    }
  }

  /**
   * 在册户, 在册人, 在册户 低保: how many are on file.
   *
   * @param category the option id of the category under which a household goes; empty for all
   */
  record OnFile(boolean people, Optional<String> category) implements Figure {}

  /**
   * How many matters there are, whichever records opened them: 隐患 新开 has those of visits too.
   *
   * @param letter of their numbers
   * @param forms whose records open, follow or close them
   */
  record Matters(String letter, Source.Stage stage, List<Form> forms) implements Figure {
    /** Copies the list. */
    public Matters {
      forms = List.copyOf(forms);
    }
  }
}

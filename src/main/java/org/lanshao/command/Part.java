package org.lanshao.command;

import java.util.List;
import org.lanshao.count.Comparison;
import org.lanshao.count.Occasion;
import org.lanshao.count.Period;
import org.lanshao.directory.Area;
import org.lanshao.directory.Found;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.reading.DayRanges;

/** A part of what follows 统计. */
sealed interface Part {
  /** As it was written. */
  String text();

  /** The parts of one kind, in their order. */
  static <P extends Part> List<P> all(List<Part> parts, Class<P> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * A form.
   *
   * @param answers what the word means among the form's own answers, where it is one: 入户
   */
  record OfForm(String text, FormId form, List<Meant> answers) implements Part {
    /** Copies the list. */
    public OfForm {
      answers = List.copyOf(answers);
    }
  }

  /** A place name. */
  record OfArea(String text, Found found) implements Part {}

  /** A range of days, or an attempt at one. */
  record OfDays(String text, DayRanges.Read read) implements Part {}

  /** The name of a season, holiday or campaign. */
  record OfOccasion(String text, Occasion occasion) implements Part {}

  /**
   * An answer of some forms' questions: 防汛. Each form has its own question for it.
   *
   * @param measures what the word counts in forms without such an answer: 志愿者 of 活动
   */
  record OfAnswer(String text, List<Meant> meant, List<Meant> measures) implements Part {
    /** Copies the lists. */
    public OfAnswer {
      meant = List.copyOf(meant);
      measures = List.copyOf(measures);
    }
  }

  /** Measures of some forms: 人次. */
  record OfMeasure(String text, List<Meant> meant) implements Part {
    /** Copies the list. */
    public OfMeasure {
      meant = List.copyOf(meant);
    }
  }

  /** 按镇, 按月, 按目的. */
  record OfBreakdown(String text, Way way) implements Part {}

  /** 排名: the largest number first. */
  record Ranked(String text) implements Part {}

  /** 环比, 同比; {@code range} is the text of the days that it speaks of, or empty. */
  record OfComparison(String text, Comparison comparison, String range) implements Part {}

  /** What a word means in one form. */
  record Meant(FormId form, QuestionId question, String name) {}

  /** What numbers are to be parted by, before it is known of which forms and where. */
  sealed interface Way {
    /** A level of areas. */
    record Level(Area.Kind level) implements Way {}

    /** The level below what is counted. */
    record NextLevel() implements Way {}

    /** Who filed. */
    record People() implements Way {}

    /** Steps of time. */
    record Time(Period period) implements Way {}

    /** Campaigns. */
    record Occasions(List<Occasion> occasions) implements Way {
      /** Copies the list. */
      public Occasions {
        occasions = List.copyOf(occasions);
      }
    }

    /** A question, each form its own. */
    record Answers(List<Meant> meant) implements Way {
      /** Copies the list. */
      public Answers {
        meant = List.copyOf(meant);
      }
    }
  }

  /** 我的: the asker's own records. */
  record Own(String text) implements Part {}

  /** A word that only who asks for the parts knows. */
  record Named(String text) implements Part {}

  /** Words and signs that change nothing. */
  record Filler(String text) implements Part {}

  /** A character that is none of these. */
  record Unknown(String text) implements Part {}
}

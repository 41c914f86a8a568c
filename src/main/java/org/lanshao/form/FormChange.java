package org.lanshao.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing in which a newer version of a form differs from an older one. */
public sealed interface FormChange {
  /** What changed, as one Chinese line for somebody who writes forms. */
  String say();

  /** A question that is new. */
  record QuestionAdded(Question question) implements FormChange {
    @Override
    public String say() {
      return "加了问题“%s”".formatted(question.label());
    }
  }

  /** A question that is gone. */
  record QuestionRemoved(Question question) implements FormChange {
    @Override
    public String say() {
      return "去掉了问题“%s”".formatted(question.label());
    }
  }

  /** A question whose id changed: the same to people, but answers are kept by the id. */
  record IdChanged(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”的 id 从 %s 改成 %s".formatted(after.label(), before.id(), after.id());
    }
  }

  /** A question of another name. */
  record Renamed(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”改名为“%s”".formatted(before.label(), after.label());
    }
  }

  /** A question that is asked with other words. */
  record AskChanged(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”换了问法：%s → %s".formatted(after.label(), before.ask(), after.ask());
    }
  }

  /** A question that takes another kind of answer. */
  record TypeChanged(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”要的答案变了：从%s变成%s"
          .formatted(after.label(), TypeName.of(before.type()), TypeName.of(after.type()));
    }
  }

  /** A question whose bounds, units or other limits changed. */
  record LimitsChanged(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”的范围或写法变了".formatted(after.label());
    }
  }

  /** An option that is new. */
  record OptionAdded(Question question, Option option) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”加了选项“%s”".formatted(question.label(), option.label());
    }
  }

  /** An option that is gone. */
  record OptionRemoved(Question question, Option option) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”去掉了选项“%s”".formatted(question.label(), option.label());
    }
  }

  /** An option of another name. */
  record OptionRenamed(Question question, Option before, Option after) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”的选项“%s”改名为“%s”".formatted(question.label(), before.label(), after.label());
    }
  }

  /** A question that is asked under another condition. */
  record ConditionChanged(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      var when = after.when().equals(Expr.ALWAYS) ? "每次都问" : "只在条件成立时问，条件改了";
      return "问题“%s”：%s".formatted(after.label(), when);
    }
  }

  /** A question that may now be left out, or may no longer. */
  record NeedChanged(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”%s".formatted(after.label(), after.optional() ? "可以跳过了" : "现在必须回答");
    }
  }

  /** A question that is asked in another manner. */
  record MannerChanged(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      var manner =
          switch (after.manner()) {
            case Question.Manner.Asked() -> "会问，一句话里也直接认";
            case Question.Manner.Named(List<String> words) when words.isEmpty() -> "会问，一句话里写上名称才认";
            case Question.Manner.Named(List<String> words) ->
                "会问，一句话里写上名称或者“%s”才认".formatted(String.join("”“", words));
            case Question.Manner.Extra() -> "不问了，核对时可以补充";
            case Question.Manner.Filed() -> "不问了，登记时照档案记下";
          };
      return "问题“%s”%s".formatted(after.label(), manner);
    }
  }

  /** A question whose answer for 跳过 changed. */
  record PresetChanged(Question before, Question after) implements FormChange {
    @Override
    public String say() {
      return "问题“%s”的默认答案变了".formatted(after.label());
    }
  }

  /** Questions that stand in another order. */
  record OrderChanged(List<Question> after) implements FormChange {
    @Override
    public String say() {
      return "问题的顺序变成：" + after.stream().map(Question::label).collect(Collectors.joining("、"));
    }
  }

  /** Something of the form as a whole. */
  record PartChanged(Part part) implements FormChange {
    @Override
    public String say() {
      return part.text + "变了";
    }
  }

  /** A part of the form beside its questions. */
  enum Part {
    TITLE("名称"),
    START("开头的词"),
    WHO("谁可以填"),
    READERS("谁可以看"),
    CHATS("在哪里填"),
    AREA("哪里可以用"),
    CHECKS("核对"),
    MEASURES("统计"),
    RECEIPT("回执"),
    MATTERS("开出和跟进的编号"),
    SILENCE("没动静时怎么办"),
    DAY("一站一天一张"),
    ENROLLS("放进档案的内容"),
    OTHER("别的写法（提示、说明、编号）");

    private final String text;

    Part(String text) {
      this.text = text;
    }
  }

  /**
   * All in which {@code after} differs from {@code before}, in the order of the form; none when it
   * is the same definition.
   */
  static List<FormChange> between(Form before, Form after) {
    return before.definition().equals(after.definition())
        ? List.of()
        : Stream.concat(
                new QuestionChanges(before.questions(), after.questions()).all().stream(),
                PartChanges.between(before, after).stream())
            .toList();
  }
}

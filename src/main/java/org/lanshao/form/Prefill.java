package org.lanshao.form;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * That a question is first answered by what is on file, which who is asked confirms or replaces:
 * {@code from: household.people}.
 *
 * @param who the question that says whose file it is
 * @param fact what of it
 * @param grouping whom of its people alone, where {@code fact} is how many they are; empty for all
 */
public record Prefill(QuestionId who, Fact fact, Optional<Grouping> grouping) {
  /** Tells writers of forms which types go with which facts. */
  static final String FITTING =
      "people 用 integer，category 用 choice 或 choices，place 用 place，phone 用 phone，其他用 text。";

  /** What a file may tell. */
  public enum Fact {
    /** How many belong to the household. */
    PEOPLE("people"),
    /** To which group it or somebody is counted; all groups where several may be chosen. */
    CATEGORY("category"),
    /** Where the household is. */
    PLACE("place"),
    PHONE("phone"),
    ADDRESS("address"),
    /** Who looks after the household when it must leave. */
    CONTACT("contact"),
    /** Where the household goes when it must leave. */
    SHELTER("shelter");

    private final String word;

    Fact(String word) {
      this.word = word;
    }

    /** How a form writes it. */
    public String word() {
      return word;
    }

    /** Every fact by the word for it. */
    static Map<String, Fact> byWord() {
      var byWord = new TreeMap<String, Fact>();
      for (Fact fact : values()) {
        byWord.put(fact.word, fact);
      }
      return byWord;
    }

    /** Whether the file of a person tells it; that of a household tells all. */
    boolean isOfPerson() {
      return switch (this) {
        case CATEGORY, PLACE, PHONE -> true;
        case PEOPLE, ADDRESS, CONTACT, SHELTER -> false;
      };
    }

    /** Whether it can be an answer of this type. */
    boolean fits(Type type) {
      return switch (this) {
        case PEOPLE -> type instanceof Type.Whole;
        case CATEGORY -> type instanceof Type.Choice || type instanceof Type.Choices;
        case PLACE -> type instanceof Type.Place;
        case PHONE -> type instanceof Type.Phone;
        case ADDRESS, CONTACT, SHELTER -> type instanceof Type.Text;
      };
    }
  }

  /**
   * Reads {@code household.people}; empty, with what is wrong told, where nothing is on file so,
   * and for a type that takes nothing that is on file.
   */
  static Optional<Prefill> read(Section question, Type type, Mistakes mistakes) {
    Optional<Grouping> grouping =
        type instanceof Type.Whole ? Grouping.read(question, mistakes) : Optional.empty();
    var text =
        question.text("from").filter(any -> Stream.of(Fact.values()).anyMatch(f -> f.fits(type)));
    if (grouping.isPresent() && text.isEmpty()) {
      question.wrong(
          FormCode.NOT_ON_FILE,
          "category",
          "没有写 from，category 没有作用。",
          "加上 from，例如 from: household.people，或者删掉 category。");
    }
    var parts = text.orElse("").split("\\.", -1);
    var fact = Optional.ofNullable(Fact.byWord().get(parts[parts.length - 1]));
    if (text.isPresent() && (parts.length != 2 || fact.isEmpty())) {
      question.wrong(
          FormCode.NOT_ON_FILE,
          "from",
          "档案里没有“%s”。".formatted(Section.shorten(text.get())),
          "写问户的问题的 id、一个点，再加 %s 中的一个，例如 household.people。"
              .formatted(String.join("、", Fact.byWord().keySet())));
      return Optional.empty();
    }
    return fact.map(known -> new Prefill(new QuestionId(parts[0]), known, grouping));
  }
}

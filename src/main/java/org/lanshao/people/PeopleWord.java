package org.lanshao.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.directory.Role;
import org.lanshao.reading.Beginnings;
import org.lanshao.reading.Beginnings.Begun;
import org.lanshao.reading.Folding;

/** The first words of commands about people, duty and groups, each with what else people say. */
public enum PeopleWord {
  REGISTER("登记", "登記"),
  MOVE("调站", "調站", "调岗", "調崗"),
  LEAVE("离职", "離職"),
  RETURN("返岗", "返崗", "复职", "復職"),
  OFFICE("部门", "部門"),
  ROSTER("排班"),
  DUTY("值班", "值班表", "值班安排", "谁值班", "今天谁值班"),
  UNBIND("解绑群", "解綁群", "解绑", "解綁"),
  BIND("绑定群", "綁定群"),
  GROUPS("群", "群列表", "我的群"),
  REFUSE("不同意", "拒绝", "拒絕"),
  AGREE("同意", "确认", "確認"),
  DROP("取消");

  /** What makes another word or sentence of one of these. */
  private static final String ENDINGS = "证証金众眾书書表者率期间間后後前时時过過了员員人";

  private static final Beginnings<PeopleWord> BEGINNINGS =
      new Beginnings<>(List.of(values()), word -> word.isShort() ? List.of() : word.words);

  private static final Map<String, PeopleWord> ALONE =
      Arrays.stream(values())
          .flatMap(word -> word.words.stream().map(spelling -> Map.entry(spelling, word)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  PeopleWord(String... words) {
    this.words = List.of(words);
  }

  /** The word that is used for it. */
  public String word() {
    return words.getFirst();
  }

  /** The words that no form may begin with; 登记 is for those who open none. */
  public static Set<String> firstWords() {
    return Arrays.stream(values())
        .filter(word -> word != REGISTER && word != DROP && word != REFUSE && word != AGREE)
        .map(PeopleWord::word)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether somebody of this role may say it. */
  public boolean isFor(Role role) {
    return switch (this) {
      case REGISTER -> false;
      case DUTY, DROP -> true;
      case MOVE, LEAVE, RETURN, OFFICE, ROSTER, BIND, UNBIND, GROUPS, AGREE, REFUSE ->
          switch (role) {
            case HEAD, TOWN, COUNTY, CITY, ADMIN -> true;
            case WORKER, SUPERVISOR, AUDITOR -> false;
          };
    };
  }

  /** Whether it stands alone, or with little behind it. */
  private boolean isShort() {
    return this == GROUPS;
  }

  /**
   * A word as it was said.
   *
   * @param rest what follows it; empty text when nothing does
   */
  record Heard(PeopleWord word, String rest) {}

  /**
   * The command that a message begins with.
   *
   * @param amid whether a form waits for an answer: then only what can be none, with a space or
   *     line end behind the word
   */
  static Optional<Heard> read(String text, boolean amid) {
    var alone = amid ? null : ALONE.get(Folding.tight(text));
    return alone != null
        ? Optional.of(new Heard(alone, ""))
        : BEGINNINGS
            .find(text, begun -> isSaid(begun, text, amid))
            .map(begun -> new Heard(begun.meaning(), begun.rest()));
  }

  private static boolean isSaid(Begun<PeopleWord> begun, String text, boolean amid) {
    return !begun.rest().isEmpty()
        && ENDINGS.indexOf(begun.rest().charAt(0)) < 0
        && (!amid || isParted(begun.word(), text));
  }

  private static boolean isParted(String word, String text) {
    var folded = Folding.fold(text);
    return folded.startsWith(word + " ");
  }
}

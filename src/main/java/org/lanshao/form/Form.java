package org.lanshao.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form, read and checked.
 *
 * @param id unique among all forms
 * @param title what people see
 * @param number the one or two letters of its record numbers: V gives V102
 * @param start a message that begins with one of these opens the form
 * @param except a message that begins with one of these does not, though it also begins with a
 *     start word: 紧急联系人
 * @param urgent it opens before anything else is read, over a form in hand, which waits
 * @param who the names of the roles that may open it
 * @param readers the names of the roles that may read what its records say, a worker what is in
 *     their hands alone; none: all whose area allows
 * @param chats where it may be opened
 * @param area the code or name of the county or town whose people alone may open it; empty: no
 *     limit
 * @param questions in the order in which they are asked
 * @param checks conditions over the whole form
 * @param measures what a submission counts
 * @param receipt what is said after a submission
 * @param matters what its records open and follow
 * @param silence what becomes of a draft whose person says nothing more
 * @param shorthand what follows the start word is said by another one alone: 零报告 stands for the
 *     form and the words 补报：没有
 * @param day that it tells of a station's day; empty for other forms
 * @param enrolls that its records put households on file; empty for other forms
 * @param definition the text it was read from
 */
public record Form(
    FormId id,
    String title,
    String number,
    List<String> start,
    List<String> except,
    boolean urgent,
    Set<String> who,
    Set<String> readers,
    Chats chats,
    Optional<String> area,
    List<Question> questions,
    List<Check> checks,
    List<Measure> measures,
    Template receipt,
    Matters matters,
    Silence silence,
    Map<String, String> shorthand,
    Optional<StationDay> day,
    Optional<Enrolls> enrolls,
    Definition definition) {
  /** Copies the collections. */
  public Form {
    start = List.copyOf(start);
    except = List.copyOf(except);
    who = Set.copyOf(who);
    readers = Set.copyOf(readers);
    questions = List.copyOf(questions);
    checks = List.copyOf(checks);
    measures = List.copyOf(measures);
    shorthand = Map.copyOf(shorthand);
  }

  /** Where a form may be opened. */
  public enum Chats {
    PRIVATE,
    GROUP,
    ANY
  }

  /** The questions that must be answered beside these answers and are not, in order. */
  public List<Question> missing(Answers answers) {
    var missing = new ArrayList<Question>();
    var given = new LinkedHashMap<QuestionId, Value>();
    for (Question question : questions) {
      if (!Evaluation.holds(question.when(), given)) {
        continue;
      }
      boolean asked =
          switch (question.type()) {
            case Type.Note note -> false;
            case Type.Computed computed -> false;
            case Type.Group(List<Question> inner, int min, int max) -> min > 0;
            default -> true; // nothing else may be left empty without saying so
          };
      var answer = answers.get(question.id());
      if (answer.isPresent()) {
        given.put(question.id(), answer.get());
      } else if (asked && !question.optional()) {
        missing.add(question);
      }
    }
    return List.copyOf(missing);
  }

  /** What a start word and the words behind it say: a shorthand says something by itself. */
  public String meant(String start, String rest) {
    var said = shorthand.getOrDefault(start, "");
    return said.isEmpty() || rest.isEmpty() ? said + rest : said + "，" + rest;
  }

  /** What is counted under its own name: all but what it adds to other forms' measures. */
  public List<Measure> counted() {
    return measures.stream().filter(measure -> measure.into().isEmpty()).toList();
  }

  /** The question of this id, or empty when the form has none. */
  public Optional<Question> question(QuestionId id) {
    for (Question question : questions) {
      if (question.id().equals(id)) {
        return Optional.of(question);
      }
    }
    return Optional.empty();
  }
}

package org.lanshao.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.form.Question;
import org.lanshao.form.Type;

/**
 * A number that stands alone, without unit or label, where only one question can be meant.
 *
 * @param questions those that need no label
 * @param names the questions that ask for a name, which may be a number as well
 */
record BareNumber(List<Question> questions, List<Question> names, Hearing hearing) {
  private static final Pattern ALONE =
      Pattern.compile("(?<![^ \\n,。;!])(?:\\d+(?:[.]\\d+)?|[一二两三四五六七八九十百千万]+)(?![^ \\n,。;!])");

  /** The only such number, as the answer to the only question it can answer. */
  Optional<Find> find(String plain, List<Find> taken) {
    var numbers =
        ALONE
            .matcher(plain)
            .results()
            .filter(number -> taken.stream().noneMatch(find -> overlaps(find, number)))
            .toList();
    var open =
        Stream.concat(
                questions.stream().filter(q -> ReportReader.isNumber(q.type())), names.stream())
            .filter(question -> taken.stream().noneMatch(f -> f.question().equals(question)))
            .toList();
    return numbers.size() == 1 && open.size() == 1
        ? answer(numbers.getFirst(), open.getFirst())
        : Optional.empty();
  }

  private static boolean overlaps(Find find, MatchResult number) {
    return find.from() < number.end() && number.start() < find.to();
  }

  private Optional<Find> answer(MatchResult number, Question question) {
    var reading = Answer.read(number.group(), question.type(), hearing);
    return !(question.type() instanceof Type.Text) && reading instanceof Reading.Understood
        ? Optional.of(new Find(number.start(), number.end(), question, reading, Find.Care.APART))
        : Optional.empty();
  }
}

package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lanshao.form.Question;
import org.lanshao.form.Value;

/** Finds what is said to be there or not: 有隐患, 没有安全隐患, 隐患无. A question or a doubt is neither. */
final class YesNoFinder {
  private static final String BETWEEN = "(?:发现|存在|任何|什么|明显|其他|其它|重大|啥)*";
  private static final String NO = "(?:没有?|沒有?|无|無|冇|未见|未发现|没发现|未有|暂无|不存在|不需要?|不用|无需|唔使|唔需要)";
  private static final String YES = "(?:有|存在|发现有?|需要|要)(?:一?[些处个]|[1-9两]处)?";
  private static final String OPEN = "(?:有没有?|有冇|有无|是否有?|是不是有?|要不要|需不需要|不知(?:道)?有没有)";

  private final String plain;

  YesNoFinder(String plain) {
    this.plain = plain;
  }

  List<Find> finds(List<Question> questions) {
    var finds = new ArrayList<Find>();
    for (Question question : questions) {
      for (String subject : Labels.subjects(question)) {
        if (plain.contains(subject)) {
          find(subject, question, finds);
        }
      }
    }
    return finds;
  }

  private void find(String subject, Question question, List<Find> finds) {
    if (Plain.isLatin(subject.charAt(subject.length() - 1))) {
      english(subject, question, finds);
      return;
    }
    var about = BETWEEN + Pattern.quote(subject);
    each(OPEN + about + "[吗呢]?", question, new Reading.NotUnderstood(), finds);
    each(NO + about, question, said(false), finds);
    each(YES + about, question, said(true), finds);
    var apart = "(?=[ \\n,。;!、]|$)";
    each(Pattern.quote(subject) + " ?(?:没有|无|冇)" + apart, question, said(false), finds);
    each(Pattern.quote(subject) + " ?有" + apart, question, said(true), finds);
  }

  /** No hazard, without any hazards, hazard no; with a hazard. */
  private void english(String subject, Question question, List<Find> finds) {
    var about = Pattern.quote(subject) + "s?(?![a-z])";
    var there = "(?<![a-z])(?:there (?:is|are) )?";
    each(
        "(?<![a-z])(?:is there|are there|if there (?:is|are)) (?:an?|any) " + about + " ?[?]?",
        question,
        new Reading.NotUnderstood(),
        finds);
    each(
        there + "(?:no|not an?|not any|without|without an?|without any) " + about,
        question,
        said(false),
        finds);
    each(about + " ?(?:no|none)(?![a-z])", question, said(false), finds);
    each(
        "(?<![a-z])(?:with|has|have|there is|there are)(?: an?| some)? " + about,
        question,
        said(true),
        finds);
  }

  private static Reading said(boolean yes) {
    return new Reading.Understood(new Value.YesNo(yes));
  }

  private void each(String pattern, Question question, Reading reading, List<Find> finds) {
    var found = Pattern.compile(pattern).matcher(plain);
    while (found.find()) {
      finds.add(new Find(found.start(), found.end(), question, reading, Find.Care.AFFIRMED));
    }
  }
}

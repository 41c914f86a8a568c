package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.OpenDrafts.OpenDraft;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Schema;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;

class DraftReportTest {
  private static final String FORM =
      """
      id: patrol
      title: 巡查
      number: P
      start: [巡查]
      who: [worker]
      questions:
        - {id: where, type: text, ask: 在哪里？, label: 地点}
        - {id: people, type: integer, ask: 几个人？, label: 人数, min: 1, max: 50}
      receipt: 已登记 {no}。
      """;

  private static final OpenDraft BEGUN = draft("sandbox/p1", Answers.NONE);
  private static final OpenDraft HALF =
      draft(
          "sandbox/p2",
          Answers.NONE
              .with(new QuestionId("where"), new Value.Text("西江"))
              .with(new QuestionId("people"), new Value.Whole(9)));

  @Test
  void whatChangedIsToldOnceAndThenWhatItMeansForEachDraft() {
    var now = FORM.replace("max: 50", "max: 5").replace("title: 巡查", "title: 巡河");

    assertThat(report(List.of(form(now)), BEGUN, HALF))
        .isEqualTo(
            """
            没填完的表：2 张。都按开始时的那一版填完、登记和统计。
            巡查（patrol，2 张没填完）：文件里的新了，改了 2 处
              - 问题“人数”的范围或写法变了
              - 名称变了
              sandbox/p1 5月10日 09:30开始，答了0项：安全
              sandbox/p2 5月10日 09:30开始，答了2项：换成新版要再问：人数
            """);
  }

  @Test
  void anAnswerThatTheNewVersionDoesNotAskForStaysWithTheOldOne() {
    assertThat(report(List.of(form(FORM.replace("id: where", "id: place"))), HALF))
        .contains("问题“地点”的 id 从 where 改成 place")
        .contains("答了2项：留在旧版，新版不问：地点");
  }

  @Test
  void aDraftInAnotherLanguageIsComparedWithTheFormInIt() {
    var english = form(FORM.replace("title: 巡查", "title: Patrol"));
    var draft = new OpenDraft("sandbox/p3", english, Answers.NONE, Optional.empty());

    var languages = Map.of("en", List.of(english));
    var library = new Library(List.of(form(FORM)), new Wording(Map.of()), languages);

    assertThat(report(library, draft))
        .contains("Patrol（patrol，1 张没填完）：和文件里的一样\n  sandbox/p3，答了0项：安全");
  }

  @Test
  void formsThatAreGoneOrTheSameAreSaidToBe() {
    assertThat(report(List.of(), HALF)).contains("文件里没有这张表了", "答了2项：留在旧版\n");
    assertThat(report(List.of(form(FORM)), HALF)).contains("和文件里的一样", "答了2项：安全");
  }

  private static String report(List<Form> files, OpenDraft... drafts) {
    return report(new Library(files, new Wording(Map.of())), drafts);
  }

  private static String report(Library library, OpenDraft... drafts) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    new DraftReport(library, ZoneId.of("Asia/Shanghai"), out).print(List.of(drafts));
    out.flush();
    return text.toString();
  }

  private static OpenDraft draft(String conversation, Answers answers) {
    var begun = Instant.parse("2022-05-10T01:30:00Z");
    return new OpenDraft(conversation, form(FORM), answers, Optional.of(begun));
  }

  private static Form form(String text) {
    var schema = new Schema(Set.of("worker"), Set.of(), Set.of());
    var read = FormReader.read(Map.of("patrol.yaml", text), schema, Set.of());
    assertThat(read.mistakes()).isEmpty();
    return read.sources().getFirst().form();
  }
}

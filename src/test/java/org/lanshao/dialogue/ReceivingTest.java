package org.lanshao.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.Media;
import org.lanshao.form.Point;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Schema;
import org.lanshao.form.Value;
import org.lanshao.reading.Hearing;

/** Points, photos and files as answers. The places here are invented. */
class ReceivingTest {
  private static final Point HERE = new Point(22.9, 112.1);
  private static final QuestionId SPOT = new QuestionId("spot");
  private static final QuestionId PLACE = new QuestionId("place");
  private static final Directory DIRECTORY =
      new Directory(
          List.of(
              area("1", "甲市", Area.Kind.CITY, "", Optional.empty()),
              area("11", "乙县", Area.Kind.COUNTY, "1", Optional.of(HERE)),
              area("111", "东镇", Area.Kind.TOWN, "11", Optional.of(new Point(22.9, 113))),
              area("112", "西镇", Area.Kind.TOWN, "11", Optional.of(new Point(22.9, 112))),
              area("113", "南镇", Area.Kind.TOWN, "11", Optional.of(new Point(20, 112))),
              area("114", "北镇", Area.Kind.TOWN, "11", Optional.of(new Point(24, 112))),
              area("115", "远镇", Area.Kind.TOWN, "11", Optional.empty())),
          List.of(),
          List.of());
  private static final Form FORM =
      form(
          """
          questions:
            - {id: spot, type: location, label: 位置, ask: 在哪里？}
            - {id: place, type: place, label: 地点, ask: 哪个镇？}
            - {id: note, type: text, label: 备注, ask: 还有什么？}
          """);

  @Test
  void theNearestTownsAreOfferedForAPointNearestFirst() {
    var step = Dialogue.receive(begun(), new Input.Spot(HERE), context(DIRECTORY));

    assertThat(step.understood()).isTrue();
    assertThat(step.reply().parts().getFirst().choices())
        .extracting(choice -> choice.label())
        .containsExactly("西镇", "东镇", "北镇");
  }

  @Test
  void theTownThatIsPickedIsKeptWithThePoint() {
    var session = after(received(begun()), "1");

    assertThat(session.answers().get(SPOT)).contains(at("112", "西镇"));
  }

  @Test
  void anotherTownMayBeNamedForThePoint() {
    var session = after(received(begun()), "远镇");

    assertThat(session.answers().get(SPOT)).contains(at("115", "远镇"));
  }

  @Test
  void aPointAnswersAPlaceToo() {
    var session = after(received(after(begun(), "西镇")), "2");

    assertThat(session.answers().get(PLACE)).contains(new Value.Place("111", "东镇"));
  }

  @Test
  void withoutAnyTownThatIsKnownThePlaceIsAskedByName() {
    var nowhere = new Directory(List.of(), List.of(), List.of());
    var step = Dialogue.receive(begun(), new Input.Spot(HERE), context(nowhere));

    assertThat(step.reply().parts().getFirst().text()).contains("请写镇街或村居的名字");
    assertThat(step.reply().parts().getFirst().choices()).isEmpty();
  }

  @Test
  void whatNothingAsksForIsRefusedInWords() {
    for (Input input :
        List.of(
            new Input.Photo(new Media.Sent("c", "1")), new Input.Paper(new Media.Sent("c", "2")))) {
      var step = Dialogue.receive(begun(), input, context(DIRECTORY));

      assertThat(step.understood()).isFalse();
      assertThat(step.events()).isEmpty();
      assertThat(step.reply().parts().getFirst().text()).contains("没有记").contains("在哪里？");
    }
  }

  @Test
  void nothingIsTakenWhenTheFormIsOver() {
    var over = begun().after(new Event.Cancelled());
    var step = Dialogue.receive(over, new Input.Spot(HERE), context(DIRECTORY));

    assertThat(step.events()).isEmpty();
  }

  private static Value at(String code, String name) {
    return new Value.Location(Optional.of(HERE), Optional.of(new Value.Place(code, name)));
  }

  private static Session received(Session session) {
    return session.after(
        Dialogue.receive(session, new Input.Spot(HERE), context(DIRECTORY)).events());
  }

  private static Session after(Session session, String text) {
    return session.after(Dialogue.answer(session, text, context(DIRECTORY)).events());
  }

  private static Session begun() {
    return Session.of(FORM).after(Dialogue.start(FORM, "", context(DIRECTORY)).events());
  }

  private static Context context(Directory directory) {
    var now = LocalDateTime.of(2022, 5, 10, 12, 0);
    return new Context(new Hearing(directory, new AreaCode("11"), now), TestWording.read());
  }

  private static Area area(
      String code, String name, Area.Kind kind, String parent, Optional<Point> point) {
    var around = Optional.of(parent).filter(p -> !p.isEmpty()).map(AreaCode::new);
    return new Area(new AreaCode(code), name, kind, around, List.of(), point);
  }

  private static Form form(String questions) {
    var head = "id: spots\ntitle: 位置\nnumber: S\nstart: [位置]\nwho: [worker]\nreceipt: 已登记 {no}。\n";
    var read =
        FormReader.read(
            Map.of("spots.yaml", head + questions), new Schema(Set.of("worker")), Set.of());
    return read.library().orElseThrow(() -> new AssertionError(read.mistakes())).forms().getFirst();
  }
}

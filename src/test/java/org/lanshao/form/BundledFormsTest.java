package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BundledFormsTest {
  private static final List<Form> FORMS =
      Bundled.read().library().map(Library::forms).orElse(List.of());

  @Test
  void areFreeOfMistakes() {
    assertThat(Bundled.read().mistakes()).isEmpty();
  }

  @Test
  void comeInTheOrderInWhichTheyAreOffered() {
    assertThat(FORMS)
        .extracting(form -> form.id() + " " + form.number())
        .containsExactly(
            "visit V",
            "publicity P",
            "emergency E",
            "flood_check F",
            "verification C",
            "hazard H",
            "feedback R",
            "rectification Z",
            "relocation T",
            "homecoming B",
            "activity A",
            "case G",
            "case_session S",
            "case_close K",
            "need SQ",
            "need_result SB",
            "resource_link L",
            "resource_result I",
            "revisit U",
            "duty D",
            "duty_end O",
            "milestone M",
            "daily Y",
            "site W",
            "patrol X",
            "enroll J");
  }

  @Test
  void everyKindOfEmergencyThatCanBeChosenIsKnownByItsWords() {
    var danger = Bundled.read().library().orElseThrow().danger();

    assertThat(danger.kinds()).containsKeys("fire", "drowning", "missing", "minor_harmed");
    assertThat(danger.harmless()).contains("紧急联系人", "突发严重困难户", "报警器", "防溺水", "被困难");
    assertThat(danger.start()).contains("紧急", "报警", "突发", "救命");
  }

  @Test
  void areReadBackFromTheirDefinitions() {
    for (Form form : FORMS) {
      assertThat(FormReader.read(form.definition(), Bundled.SCHEMA)).isEqualTo(form);
    }
  }
}

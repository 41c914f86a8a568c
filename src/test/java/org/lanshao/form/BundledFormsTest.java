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
            "resource_link L",
            "resource_result W",
            "duty D",
            "duty_end O",
            "milestone M");
  }

  @Test
  void emergencySaysFirstThatItCallsNobody() {
    var emergency = FORMS.stream().filter(Form::urgent).findFirst().orElseThrow();

    assertThat(emergency.questions().getFirst().ask()).contains("本系统不会代拨110/119/120，请先打电话");
    assertThat(emergency.receipt().fill(java.util.Map.of()))
        .contains("本系统不会代拨110/119/120，请先打电话", "没有通知任何人");
    assertThat(emergency.except()).contains("紧急联系人", "突发严重困难户", "报警器");
  }

  @Test
  void areReadBackFromTheirDefinitions() {
    for (Form form : FORMS) {
      assertThat(FormReader.read(form.definition(), Bundled.SCHEMA)).isEqualTo(form);
    }
  }
}

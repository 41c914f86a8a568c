package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Locale;
import org.lanshao.dialogue.Basis;

/**
 * The fields of a record that is revised: {@code
 * "number":"V102","revision":1,"purpose":"correct","explain":0,"returned":0,"why":"","answers":{…}}.
 */
final class BasisJson {
  private BasisJson() {}

  static void write(Basis basis, JsonGenerator out) throws IOException {
    out.writeStringField("number", basis.number());
    out.writeNumberField("revision", basis.revision());
    out.writeStringField("purpose", basis.purpose().name().toLowerCase(Locale.ROOT));
    out.writeNumberField("explain", basis.explain() ? 1 : 0);
    out.writeNumberField("returned", basis.returned() ? 1 : 0);
    out.writeStringField("why", basis.why());
    out.writeFieldName("answers");
    AnswersJson.write(basis.answers(), out);
  }

  static Basis read(JsonParser in) throws IOException {
    var number = Json.text(in, "number");
    int revision = Json.number(in, "revision");
    var purpose = purpose(Json.text(in, "purpose"));
    boolean explain = Json.number(in, "explain") == 1;
    boolean returned = Json.number(in, "returned") == 1;
    var why = Json.text(in, "why");
    Json.expect("answers".equals(in.nextFieldName()), in);
    in.nextToken();
    var answers = AnswersJson.read(in);
    return new Basis(number, revision, purpose, explain, returned, answers, why);
  }

  private static Basis.Purpose purpose(String word) throws IOException {
    return switch (word) {
      case "correct" -> Basis.Purpose.CORRECT;
      case "withdraw" -> Basis.Purpose.WITHDRAW;
      case "return" -> Basis.Purpose.RETURN;
      default -> throw new IOException("unknown purpose");
    };
  }
}

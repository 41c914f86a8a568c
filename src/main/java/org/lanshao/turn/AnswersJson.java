package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.lanshao.form.Answers;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/** Answers as stored: {@code {"v":1,"answers":{"people":3,"mode":{"one":"home"}}}}, in order. */
public final class AnswersJson {
  private AnswersJson() {}

  /** The JSON text of these answers. */
  public static String write(Answers answers) {
    return Json.write("answers", out -> write(answers, out));
  }

  /**
   * The answers of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write(Answers)} makes; the message
   *     holds nothing of the text
   */
  public static Answers read(String json) {
    return Json.read(json, "answers", AnswersJson::read);
  }

  static void write(Answers answers, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (var answer : answers.byQuestion().entrySet()) {
      out.writeFieldName(answer.getKey().text());
      ValueJson.write(answer.getValue(), out);
    }
    out.writeEndObject();
  }

  /** The parser stands at the first token and is left at the last. */
  static Answers read(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var byQuestion = new LinkedHashMap<QuestionId, Value>();
    for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      byQuestion.put(new QuestionId(name), ValueJson.read(in));
    }
    Json.expect(in.currentToken() == JsonToken.END_OBJECT, in);
    return new Answers(byQuestion);
  }
}

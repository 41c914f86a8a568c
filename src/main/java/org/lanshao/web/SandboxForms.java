package org.lanshao.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lanshao.drawing.Drawing;
import org.lanshao.drawing.Losses;
import org.lanshao.form.Form;
import org.lanshao.form.Mistake;
import org.lanshao.publish.FormsState;

/**
 * How the files of forms stand, for those who write them:
 *
 * <pre>{"refused":true,
 *  "mistakes":[{"file":"visit.yaml","line":12,"code":"L201","problem":"…","remedy":"…"}],
 *  "hints":[],
 *  "forms":[{"id":"visit","title":"走访登记","start":"走访","held":false,
 *    "drawing":"/sandbox/forms/visit.svg?0123456789ab"}]}</pre>
 */
final class SandboxForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SandboxForms() {}

  static String json(FormsState state) {
    var root = JSON.objectNode().put("refused", state.isRefused());
    root.set("mistakes", mistakes(state.mistakes()));
    root.set("hints", mistakes(state.hints()));
    var forms = root.putArray("forms");
    state.library().forms().forEach(form -> forms.add(form(form, state.held())));
    return root.toString();
  }

  /** The drawing of a form of the files, as SVG; empty when there is none of this id. */
  static Optional<byte[]> drawing(FormsState state, String id) {
    return state.library().forms().stream()
        .filter(form -> form.id().text().equals(id))
        .findFirst()
        .map(form -> Drawing.svg(form, Losses.NONE).getBytes(StandardCharsets.UTF_8));
  }

  /** Changes with the form, so that a browser asks for its new drawing. */
  private static String version(Form form) {
    return form.definition().hash().substring(0, 12);
  }

  private static ArrayNode mistakes(List<Mistake> mistakes) {
    var all = JSON.arrayNode();
    mistakes.forEach(
        mistake ->
            all.addObject()
                .put("file", mistake.fileName())
                .put("line", mistake.line())
                .put("code", mistake.code().text())
                .put("problem", mistake.problem())
                .put("remedy", mistake.remedy()));
    return all;
  }

  private static ObjectNode form(Form form, List<Form> held) {
    return JSON.objectNode()
        .put("id", form.id().text())
        .put("title", form.title())
        .put("start", form.start().getFirst())
        .put("held", held.stream().anyMatch(other -> other.id().equals(form.id())))
        .put("drawing", "/sandbox/forms/" + form.id() + ".svg?" + version(form));
  }
}

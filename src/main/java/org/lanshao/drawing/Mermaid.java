package org.lanshao.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lanshao.form.ConditionText;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.Question;

/** Writes a form as the text of a Mermaid flow chart. */
final class Mermaid {
  private final Form form;
  private final Losses losses;
  private final List<String> lines = new ArrayList<>();

  private Mermaid(Form form, Losses losses) {
    this.form = form;
    this.losses = losses;
  }

  static String of(Form form, Losses losses) {
    var mermaid = new Mermaid(form, losses);
    mermaid.nodes();
    mermaid.edges();
    return "flowchart TD\n" + String.join("\n", mermaid.lines) + "\n";
  }

  private void nodes() {
    line("start([\"%s\"])".formatted(quoted(form.title() + "\n" + Ending.start(form))));
    for (Question question : form.questions()) {
      boolean decides =
          form.questions().stream()
              .anyMatch(q -> Evaluation.questions(q.when()).contains(question.id()));
      var words = "\"" + quoted(words(question)) + "\"";
      line(node(question) + (decides ? "{{" + words + "}}" : "[" + words + "]"));
    }
    var checks = new ArrayList<>(List.of("核对"));
    checks.addAll(Ending.checks(form));
    if (losses.later() > 0) {
      checks.add(Lost.words(losses.later()));
    }
    line("review[\"%s\"]".formatted(quoted(String.join("\n", checks))));
    var done = new ArrayList<>(List.of(Ending.number(form)));
    done.addAll(Ending.matters(form));
    line("done([\"%s\"])".formatted(quoted(String.join("\n", done))));
  }

  private String words(Question question) {
    var card = Card.of(question);
    var words = new ArrayList<>(List.of(card.label() + "（" + card.type() + "）", card.ask()));
    if (!card.options().isEmpty()) {
      words.add(card.options());
    }
    if (losses.at(question.id()) > 0) {
      words.add(Lost.words(losses.at(question.id())));
    }
    return String.join("\n", words);
  }

  private void edges() {
    link(follow(Item.of(form), List.of(new End("start", ""))), "review");
    line("review --> done");
  }

  /** Leads the ends of the way so far through these items; the ends after them. */
  private List<End> follow(List<Item> items, List<End> ends) {
    var open = ends;
    for (Item item : items) {
      open =
          switch (item) {
            case Item.Asked(Question question) -> {
              link(open, node(question));
              yield List.of(new End(node(question), ""));
            }
            case Item.Branch(Expr condition, List<Item> inside) -> {
              var words = quoted(ConditionText.of(condition, form));
              var through = follow(inside, labelled(open, "\"" + words + "\""));
              yield Stream.concat(through.stream(), labelled(open, "否则").stream()).toList();
            }
          };
    }
    return open;
  }

  private static List<End> labelled(List<End> ends, String label) {
    return ends.stream().map(end -> new End(end.node(), label)).toList();
  }

  private void link(List<End> ends, String node) {
    for (End end : ends) {
      var arrow = end.label().isEmpty() ? "-->" : "-- " + end.label() + " -->";
      line("%s %s %s".formatted(end.node(), arrow, node));
    }
  }

  /** Where the way comes from, and what its next arrow says. */
  private record End(String node, String label) {}

  /** With a prefix, for some words mean something to Mermaid. */
  private static String node(Question question) {
    return "q_" + question.id();
  }

  private void line(String text) {
    lines.add("  " + text);
  }

  private static String quoted(String text) {
    return text.replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace("\n", "<br>");
  }
}

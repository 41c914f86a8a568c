package org.lanshao.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The grammar of expressions, by recursive descent, loosest first:
 *
 * <pre>
 * any     = all {"or" all}
 * all     = not {"and" not}
 * not     = "not" not | compare
 * compare = sum [("=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "has") sum]
 * sum     = product {("+" | "-") product}
 * product = single {"*" single}
 * single  = "(" any ")" | "-" single | number | text | word
 *         | ("answered" | "count") "(" word ")" | "sum" "(" sum {"," sum} ")"
 * </pre>
 *
 * Reading stops at the first thing that does not fit.
 */
final class ExprSyntax {
  /** More than any form needs; keeps the recursion shallow. */
  private static final int LONGEST = 500;

  private static final Set<String> FUNCTIONS = Set.of("answered", "count", "sum");

  private static final Map<String, Expr.Comparison> COMPARISONS =
      Map.of(
          "=", Expr.Comparison.EQUAL,
          "==", Expr.Comparison.EQUAL,
          "!=", Expr.Comparison.UNEQUAL,
          "<>", Expr.Comparison.UNEQUAL,
          "<", Expr.Comparison.LESS,
          "<=", Expr.Comparison.AT_MOST,
          ">", Expr.Comparison.MORE,
          ">=", Expr.Comparison.AT_LEAST);

  private final List<ExprToken> tokens;
  private int next;
  private Optional<Wrong> wrong = Optional.empty();

  private ExprSyntax(List<ExprToken> tokens) {
    this.tokens = tokens;
  }

  /** What was written, or what is wrong with it. */
  static Read read(String text) {
    if (text.length() > LONGEST) {
      return new Read(
          new ExprSketch.Broken(1),
          Optional.of(new Wrong(1, "", "条件太长。", "最多 %d 个字。".formatted(LONGEST))));
    }
    var syntax = new ExprSyntax(ExprToken.of(text));
    var sketch = syntax.any();
    if (syntax.token().kind() != ExprToken.Kind.END) {
      syntax.unexpected("这里多了内容，或者前面少了 and、or。");
    }
    return new Read(sketch, syntax.wrong);
  }

  private ExprSketch any() {
    int position = token().position();
    var parts = chain(this::all, "or", "||");
    return parts.size() == 1 ? parts.getFirst() : new ExprSketch.Any(parts, position);
  }

  private ExprSketch all() {
    int position = token().position();
    var parts = chain(this::not, "and", "&&");
    return parts.size() == 1 ? parts.getFirst() : new ExprSketch.All(parts, position);
  }

  private List<ExprSketch> chain(Supplier<ExprSketch> part, String word, String sign) {
    var parts = new ArrayList<>(List.of(part.get()));
    while (taken(word) || taken(sign)) {
      parts.add(part.get());
    }
    return parts;
  }

  private ExprSketch not() {
    int position = token().position();
    return taken("not") ? new ExprSketch.Not(not(), position) : compare();
  }

  private ExprSketch compare() {
    int position = token().position();
    var left = sum();
    if (taken("has")) {
      return new ExprSketch.Has(left, sum(), position);
    }
    var comparison = token().kind() == ExprToken.Kind.SIGN ? COMPARISONS.get(token().text()) : null;
    if (comparison == null) {
      return left;
    }
    next++;
    return new ExprSketch.Compare(comparison, left, sum(), position);
  }

  private ExprSketch sum() {
    int position = token().position();
    var left = product();
    while (token().is("+") || token().is("-")) {
      var operation = taken("+") ? Expr.Operation.PLUS : minus();
      left = new ExprSketch.Arithmetic(operation, left, product(), position);
    }
    return left;
  }

  private Expr.Operation minus() {
    next++;
    return Expr.Operation.MINUS;
  }

  private ExprSketch product() {
    int position = token().position();
    var left = single();
    while (taken("*")) {
      left = new ExprSketch.Arithmetic(Expr.Operation.TIMES, left, single(), position);
    }
    return left;
  }

  private ExprSketch single() {
    var token = token();
    return switch (token.kind()) {
      case WORD -> word();
      case NUMBER -> number();
      case QUOTED -> {
        next++;
        yield new ExprSketch.Quoted(token.text(), token.position());
      }
      case SIGN -> sign();
      case UNKNOWN -> unexpected("条件里不能用这个符号。");
      case END -> unexpected("条件没有写完。");
    };
  }

  private ExprSketch word() {
    var token = token();
    if (List.of("and", "or", "not", "has").contains(token.text())) {
      return unexpected("%s 的位置不对。".formatted(token.text()));
    }
    next++;
    if (!FUNCTIONS.contains(token.text()) || !token().is("(")) {
      return new ExprSketch.Word(token.text(), token.position());
    }
    next++;
    return token.is("sum") ? terms(token) : ofQuestion(token);
  }

  private ExprSketch terms(ExprToken function) {
    var terms = new ArrayList<>(List.of(sum()));
    while (taken(",")) {
      terms.add(sum());
    }
    close();
    return new ExprSketch.Sum(terms, function.position());
  }

  private ExprSketch ofQuestion(ExprToken function) {
    var question = token();
    if (question.kind() != ExprToken.Kind.WORD) {
      return unexpected("%s 的括号里要写问题的 id。".formatted(function.text()));
    }
    next++;
    close();
    var word = new ExprSketch.Word(question.text(), question.position());
    return function.is("count")
        ? new ExprSketch.Size(word, function.position())
        : new ExprSketch.Answered(word, function.position());
  }

  private ExprSketch number() {
    var token = token();
    try {
      next++;
      return token.text().contains(".")
          ? new ExprSketch.Fraction(new BigDecimal(token.text()), token.position())
          : new ExprSketch.Digits(Long.parseLong(token.text()), token.position());
    } catch (NumberFormatException tooLong) {
      next--;
      return unexpected("这个数太大。");
    }
  }

  private ExprSketch sign() {
    var token = token();
    if (taken("-")) {
      var zero = new ExprSketch.Digits(0, token.position());
      return new ExprSketch.Arithmetic(Expr.Operation.MINUS, zero, single(), token.position());
    }
    if (!taken("(")) {
      return unexpected("这个符号的位置不对。");
    }
    var inside = any();
    close();
    return inside;
  }

  private void close() {
    if (!taken(")")) {
      unexpected("少了右括号 )。");
    }
  }

  private ExprSketch unexpected(String problem) {
    if (wrong.isEmpty()) {
      var remedy =
          "例如：hazard、people > 5、kind = fire、purpose has flood、answered(note)，用 and or not 连接。";
      wrong = Optional.of(new Wrong(token().position(), token().text(), problem, remedy));
    }
    int position = token().position();
    next = tokens.size() - 1;
    return new ExprSketch.Broken(position);
  }

  private boolean taken(String sign) {
    if (!token().is(sign)) {
      return false;
    }
    next++;
    return true;
  }

  private ExprToken token() {
    return tokens.get(next);
  }

  /** What was written, or what is wrong with it. */
  record Read(ExprSketch sketch, Optional<Wrong> wrong) {}

  /**
   * Something wrong in an expression.
   *
   * @param position from 1
   * @param text what stands there; empty text at the end
   */
  record Wrong(int position, String text, String problem, String remedy) {}
}

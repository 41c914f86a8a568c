package org.lanshao.form;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Looks for what a form says that no platform would take whole. */
final class MessageLinter {
  /** The longest text that every platform takes in one message: WeCom's limit, in bytes. */
  private static final int LONGEST = 2048;

  private final FormSource source;
  private final Mistakes mistakes;

  private MessageLinter(FormSource source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
  }

  static void check(FormSource source, Mistakes mistakes) {
    var linter = new MessageLinter(source, mistakes);
    linter.questions();
    var form = source.form();
    for (int i = 0; i < form.checks().size(); i++) {
      linter.fits(source.item("check", i, "say"), "say 这句话", bytes(form.checks().get(i).say()));
    }
    linter.fits(source.at("receipt"), "receipt 这句话", bytes(form.receipt()));
  }

  /** Tells a text of the wording that is too long. */
  static void check(String key, Section.Word text, Mistakes mistakes) {
    fits(text.at(), key + " 这句话", bytes(text.text()), mistakes);
  }

  /** A note is shown in one message with the question that follows it. */
  private void questions() {
    int notes = 0;
    for (Question question : source.form().questions()) {
      int listed = question.type().options().stream().mapToInt(MessageLinter::listed).sum();
      int bytes = notes + bytes(question.ask()) + listed;
      fits(question, "ask", notes > 0 ? "ask 连同选项和前面那句 note" : "ask 连同选项", bytes);
      for (int i = 0; i < question.again().size(); i++) {
        var at = source.text(question.id(), "again", i);
        fits(at, "again 这句话连同选项", bytes(question.again().get(i)) + listed);
      }
      help(question, "help", question.help().how());
      help(question, "why", question.help().why());
      help(question, "example", question.help().example());
      notes = question.type() instanceof Type.Note ? bytes + 1 : 0;
    }
  }

  private void help(Question question, String key, Optional<String> text) {
    text.ifPresent(words -> fits(question, key, key + " 这句话", bytes(words)));
  }

  private void fits(Question question, String key, String what, int bytes) {
    fits(source.question(question.id(), key), what, bytes);
  }

  private void fits(Line at, String what, int bytes) {
    fits(at, what, bytes, mistakes);
  }

  private static void fits(Line at, String what, int bytes, Mistakes mistakes) {
    if (bytes > LONGEST) {
      mistakes.add(
          FormCode.PROMPT_TOO_LONG,
          at,
          "%s长 %d 字节，一条消息放不下。".formatted(what, bytes),
          "最多 %d 字节，一个汉字算 3 字节。".formatted(LONGEST));
    }
  }

  /** What a numbered option takes up below the question. */
  private static int listed(Option option) {
    return bytes("\n10 " + option.label());
  }

  /** Without what is filled in. */
  private static int bytes(Template text) {
    return bytes(text.fill(Map.of()));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

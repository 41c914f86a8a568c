package org.lanshao.rehearsal;

import java.util.List;
import java.util.Optional;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Spelling;
import org.lanshao.reading.OpenMatters;
import org.lanshao.register.Register;

/**
 * Who talks in a transcript, and which form they fill.
 *
 * @param head the head line
 * @param matters what may be followed
 * @param register who is on file
 */
record Cast(Head head, Form form, Person person, OpenMatters matters, Register register) {
  /** The cast of a transcript; empty, with what is wrong told, if there is none such. */
  static Optional<Cast> of(Transcript transcript, Scenery scenery, Mistakes mistakes) {
    var at = new Line(transcript.file(), transcript.headAt() + 1);
    var head = transcript.head();
    if (head.isEmpty()) {
      mistakes.add(
          RehearsalCode.HEAD, at, "这一行要写表、日期、人和在哪里说。", "例如 visit 2022-05-10 p03 私聊；在群里就写群的编号。");
      return Optional.empty();
    }
    var person = person(head.get().person(), scenery, at, mistakes);
    var language = person.map(Person::language).orElse("");
    var forms = scenery.library().in(language).forms();
    var form = form(head.get().form(), forms, at, mistakes);
    group(head.get(), scenery, at, mistakes);
    var matters =
        person
            .map(who -> Given.of(transcript, who, scenery.directory(), mistakes))
            .orElse(OpenMatters.NONE);
    var register =
        person.map(who -> GivenFiles.of(transcript, who, scenery, mistakes)).orElse(Register.EMPTY);
    if (mistakes.isEmpty()) {
      form.ifPresent(one -> person.ifPresent(who -> allowed(one, who, head.get(), at, mistakes)));
    }
    return mistakes.isEmpty()
        ? form.flatMap(one -> person.map(who -> new Cast(head.get(), one, who, matters, register)))
        : Optional.empty();
  }

  private static Optional<Form> form(FormId id, List<Form> forms, Line at, Mistakes mistakes) {
    var form = forms.stream().filter(one -> one.id().equals(id)).findFirst();
    if (form.isEmpty()) {
      var ids = forms.stream().map(one -> one.id().text()).toList();
      var remedy = Spelling.remedy(id.text(), ids);
      mistakes.add(RehearsalCode.CAST, at, "没有 %s 这张表。".formatted(id), remedy);
    }
    return form;
  }

  private static Optional<Person> person(PersonId id, Scenery scenery, Line at, Mistakes mistakes) {
    var person = scenery.directory().person(id);
    if (person.isEmpty()) {
      mistakes.add(
          RehearsalCode.CAST, at, "通讯录里没有 %s 这个人。".formatted(id.text()), "写 people.csv 里的 id。");
    }
    return person;
  }

  private static void group(Head head, Scenery scenery, Line at, Mistakes mistakes) {
    head.group()
        .filter(id -> scenery.directory().groups().stream().noneMatch(one -> one.id().equals(id)))
        .ifPresent(
            id ->
                mistakes.add(
                    RehearsalCode.CAST,
                    at,
                    "没有 %s 这个群。".formatted(id.text()),
                    "私聊就写 私聊，在群里就写 groups.csv 里的 id。"));
  }

  private static void allowed(Form form, Person person, Head head, Line at, Mistakes mistakes) {
    if (!form.who().contains(person.role().word())) {
      mistakes.add(
          RehearsalCode.NOT_ALLOWED,
          at,
          "%s 的角色不能填这张表。".formatted(person.id().text()),
          "换一个人，或者改表的 who。");
    }
    var other = head.group().isPresent() ? Form.Chats.PRIVATE : Form.Chats.GROUP;
    if (form.chats() == other) {
      mistakes.add(RehearsalCode.NOT_ALLOWED, at, "这张表不能在这里填。", "换成私聊或群，或者改表的 chat。");
    }
  }
}

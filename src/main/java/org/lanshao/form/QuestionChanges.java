package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the questions of two versions of a form, those inside groups as well. */
final class QuestionChanges {
  private final Map<QuestionId, Question> before;
  private final Map<QuestionId, Question> after;

  /** Questions that only the newer version has, which an older one may have become. */
  private final List<Question> fresh;

  private final Map<QuestionId, Question> idToSuccessor = new HashMap<>();

  QuestionChanges(List<Question> before, List<Question> after) {
    this.before = byId(before);
    this.after = byId(after);
    this.fresh = new ArrayList<>(only(this.after, this.before));
    only(this.before, this.after).forEach(this::findSuccessor);
  }

  List<FormChange> all() {
    var changes = new ArrayList<FormChange>();
    before.values().forEach(question -> changes.addAll(of(question)));
    fresh.forEach(question -> changes.add(new FormChange.QuestionAdded(question)));
    var shared = after.values().stream().filter(q -> before.containsKey(q.id())).toList();
    var earlier = before.keySet().stream().filter(after::containsKey).toList();
    if (!shared.stream().map(Question::id).toList().equals(earlier)) {
      changes.add(new FormChange.OrderChanged(shared));
    }
    return changes;
  }

  private List<FormChange> of(Question old) {
    var same = Optional.ofNullable(after.get(old.id()));
    var successor = Optional.ofNullable(idToSuccessor.get(old.id()));
    return same.map(now -> between(old, now))
        .or(() -> successor.map(now -> List.of(new FormChange.IdChanged(old, now))))
        .orElseGet(() -> List.of(new FormChange.QuestionRemoved(old)));
  }

  private void findSuccessor(Question gone) {
    fresh.stream()
        .filter(now -> now.type().equals(gone.type()) && now.label().equals(gone.label()))
        .findFirst()
        .ifPresent(
            now -> {
              fresh.remove(now);
              idToSuccessor.put(gone.id(), now);
            });
  }

  private static List<FormChange> between(Question old, Question now) {
    var changes = new ArrayList<FormChange>();
    if (!old.label().equals(now.label())) {
      changes.add(new FormChange.Renamed(old, now));
    } else if (!old.ask().equals(now.ask())) {
      changes.add(new FormChange.AskChanged(old, now));
    }
    changes.addAll(types(old, now));
    if (!old.when().equals(now.when())) {
      changes.add(new FormChange.ConditionChanged(old, now));
    }
    if (!old.manner().equals(now.manner())) {
      changes.add(new FormChange.MannerChanged(old, now));
    } else if (old.optional() != now.optional()) {
      changes.add(new FormChange.NeedChanged(old, now));
    }
    if (!old.preset().equals(now.preset()) || !old.from().equals(now.from())) {
      changes.add(new FormChange.PresetChanged(old, now));
    }
    return changes;
  }

  private static List<FormChange> types(Question old, Question now) {
    if (old.type().getClass() != now.type().getClass()) {
      return List.of(new FormChange.TypeChanged(old, now));
    }
    var options = options(old, now);
    return options.isEmpty() && !limits(old.type()).equals(limits(now.type()))
        ? List.of(new FormChange.LimitsChanged(old, now))
        : options;
  }

  /** What an answer must keep to; the questions of a group are compared one by one. */
  private static Type limits(Type type) {
    return type instanceof Type.Group group
        ? new Type.Group(List.of(), group.min(), group.max())
        : type;
  }

  private static List<FormChange> options(Question old, Question now) {
    var changes = new ArrayList<FormChange>();
    var left = new LinkedHashMap<String, Option>();
    now.type().options().forEach(option -> left.put(option.id(), option));
    for (Option option : old.type().options()) {
      var kept = Optional.ofNullable(left.remove(option.id()));
      if (kept.isEmpty()) {
        changes.add(new FormChange.OptionRemoved(now, option));
      } else if (!kept.get().label().equals(option.label())) {
        changes.add(new FormChange.OptionRenamed(now, option, kept.get()));
      }
    }
    left.values().forEach(option -> changes.add(new FormChange.OptionAdded(now, option)));
    return changes;
  }

  private static List<Question> only(
      Map<QuestionId, Question> these, Map<QuestionId, Question> others) {
    return these.values().stream().filter(q -> !others.containsKey(q.id())).toList();
  }

  private static Map<QuestionId, Question> byId(List<Question> questions) {
    var byId = new LinkedHashMap<QuestionId, Question>();
    questions.stream()
        .flatMap(QuestionChanges::withInner)
        .forEach(question -> byId.put(question.id(), question));
    return byId;
  }

  private static Stream<Question> withInner(Question question) {
    return question.type() instanceof Type.Group group
        ? Stream.concat(Stream.of(question), group.questions().stream())
        : Stream.of(question);
  }
}

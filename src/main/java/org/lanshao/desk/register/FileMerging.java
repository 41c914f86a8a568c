package org.lanshao.desk.register;

import java.util.Map;
import java.util.regex.Pattern;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.register.Household;
import org.lanshao.register.Merging;
import org.lanshao.turn.NewRegisterChange;

/** 合并: two households become one. */
final class FileMerging {
  private static final Pattern NOT = Pattern.compile("[ ,，]*取消$");

  private final FileTalk talk;
  private final FileEditing editing;

  FileMerging(FileTalk talk, Surroundings surroundings) {
    this.talk = talk;
    this.editing = new FileEditing(talk, surroundings);
  }

  /** Whether what follows 合并 names two households and waits for 确认. */
  static boolean asks(String rest) {
    return !FileEditing.SURE.matcher(rest).find() && numbers(rest).length == 2;
  }

  private static String[] numbers(String rest) {
    return FileEditing.SURE.matcher(rest).replaceFirst("").strip().split("[ ,，和到并入]+");
  }

  /** 合并 J12 J15: shown first, done upon 确认. */
  Decision merge(String rest) {
    var sure = FileEditing.SURE.matcher(rest).find();
    if (NOT.matcher(rest).find()) {
      return FileTalk.say(talk.say(FileWords.MERGE_NOT));
    }
    var numbers = numbers(rest);
    if (numbers.length != 2) {
      return FileTalk.say(talk.say(FileWords.MERGE_HOW));
    }
    if (!talk.rights().leads(talk.heard().speaker())) {
      return FileTalk.say(talk.say(FileWords.NOT_YOURS));
    }
    var from = talk.meant(numbers[0]);
    var into = talk.meant(numbers[1]);
    if (!(from instanceof FileTalk.Meant.One(Household one))) {
      return FileTalk.say(((FileTalk.Meant.Not) from).text());
    }
    if (!(into instanceof FileTalk.Meant.One(Household other))) {
      return FileTalk.say(((FileTalk.Meant.Not) into).text());
    }
    return one.equals(other)
        ? FileTalk.say(talk.say(FileWords.MERGE_APART))
        : merge(one, other, sure);
  }

  private Decision merge(Household from, Household into, boolean sure) {
    var slots = Map.of("from", talk.line(from, from.head()), "into", talk.line(into, into.head()));
    return sure
        ? editing.file(
            talk.say(FileWords.MERGED, slots), NewRegisterChange.Kind.MERGE, Merging.of(from, into))
        : FileTalk.say(talk.say(FileWords.MERGE_SURE, slots));
  }
}

package org.lanshao.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.lanshao.count.Occasions;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.form.Form;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;

/**
 * Takes what follows 统计 apart: forms, answers, units, areas, ranges and what to part by, in any
 * order, with or without spaces. Of all ways it takes the one that understands the most characters,
 * and of these the one with the fewest parts, so that 罗定太平 is one area and 5月9日-13日 one range.
 */
final class Parts {
  private static final Set<String> FILLERS =
      Set.of(
          ("的 了 在 ， , 、 。 . : ： ! ? ？ ； ; 一下 下 数据 数字 数量 情况 记录 多少 总数 合计 全部 所有 各表 报表"
                  + " 登记 请 共 总共 一共 合共 有 是 做了 做咗 完成 开展 工作 服务 期间 内 按 分 帮我 我要 我想 查 查询"
                  + " 查下 查一下 看 看看 睇 睇下 睇睇 几多 有几多 嘅 啊 呀 咗 系 哦 吧 吗 呢 双百社工 结果 表 日子 时间"
                  + " in of for the on all and records numbers" // in English
                  + " 统计 统计下 其中 里面 当中 里 和 及 与 每次 同埋 想知 想知道 俾我 唔该 麻烦 谢谢 对比 比较")
              .split(" "));

  private static final Set<String> OWN =
      Set.of("我的", "我", "本人", "自己", "个人", "mine", "my", "own", "me");
  private static final Pattern MAYBE_DAYS = Pattern.compile(".*(?:[\\d月日号天周年季期旬拜]|[a-z]{3}).*");
  private static final Pattern BY_CAMPAIGN = Pattern.compile("(?:按照?|分|各个?|每个?)行动(?:分布|对比|比较)?");
  private static final int LONGEST_PART = 24;
  private static final int COST_OF_UNKNOWN = 1000;

  private final Directory directory;
  private final CountWords words;
  private final Predicate<String> named;

  Parts(Directory directory, List<Form> forms) {
    this(directory, new CountWords(forms));
  }

  Parts(Directory directory, CountWords words) {
    this(directory, words, word -> false);
  }

  /** Knows words of somebody else too, which stand without blanks. */
  Parts(Directory directory, CountWords words, Predicate<String> named) {
    this.directory = directory;
    this.words = words;
    this.named = named;
  }

  /**
   * The parts of a folded text, in their order. Blanks part words, and are themselves left out but
   * for one filler, so that words on both sides of one are not taken for one.
   */
  List<Part> of(String folded, Setting setting) {
    var best = new ArrayList<Way>();
    best.add(new Way(0, List.of()));
    for (int from = folded.length() - 1; from >= 0; from--) {
      best.addFirst(best(folded, from, best, setting));
    }
    return best.getFirst().parts();
  }

  /** The best way on from a place, when the best ways on from all later places are known. */
  private Way best(String text, int from, List<Way> later, Setting setting) {
    Way best =
        text.charAt(from) == ' '
            ? later.getFirst().after(new Part.Filler(" "), 0)
            : later.getFirst().after(unknown(text, from), COST_OF_UNKNOWN);
    for (int to = from + 1; to <= Math.min(text.length(), from + LONGEST_PART); to++) {
      Way rest = later.get(to - from - 1);
      var part =
          rest.cost() + 1 < best.cost()
              ? part(text.substring(from, to), setting)
              : Optional.<Part>empty();
      best = part.isPresent() ? rest.after(part.get(), 1) : best;
    }
    return best;
  }

  private static Part unknown(String text, int from) {
    return new Part.Unknown(text.substring(from, from + 1));
  }

  private Optional<Part> part(String text, Setting setting) {
    if (!text.equals(text.strip())) {
      return Optional.empty();
    }
    var word = text.replace(" ", "");
    var known = words.part(text, word);
    if (known.isPresent()) {
      return known;
    }
    if (named.test(word)) {
      return Optional.of(new Part.Named(text));
    }
    if (BY_CAMPAIGN.matcher(word).matches()) {
      var campaigns = new Part.Way.Occasions(setting.occasions().campaigns());
      return Optional.of(new Part.OfBreakdown(text, campaigns));
    }
    var occasion = setting.occasions().called(Folding.tight(word));
    if (occasion.isPresent()) {
      return Optional.of(new Part.OfOccasion(text, occasion.get()));
    }
    if (FILLERS.contains(word) || OWN.contains(word)) {
      return Optional.of(OWN.contains(word) ? new Part.Own(text) : new Part.Filler(text));
    }
    return days(text, setting.today()).or(() -> area(text, setting.near()));
  }

  private static Optional<Part> days(String text, LocalDate today) {
    var read =
        MAYBE_DAYS.matcher(text).matches()
            ? DayRanges.read(text, today)
            : new DayRanges.Read.Nothing();
    return read instanceof DayRanges.Read.Nothing
        ? Optional.empty()
        : Optional.of(new Part.OfDays(text, read));
  }

  private Optional<Part> area(String text, AreaCode near) {
    var found = directory.find(text, near);
    return found instanceof Found.Nothing
        ? Optional.empty()
        : Optional.of(new Part.OfArea(text, found));
  }

  /**
   * By what words are understood.
   *
   * @param near where who says them is
   * @param today the local day
   * @param occasions what has a name
   */
  record Setting(AreaCode near, LocalDate today, Occasions occasions) {}

  /** Parts from some place on, and what they cost. */
  private record Way(int cost, List<Part> parts) {
    Way after(Part part, int more) {
      var longer = new ArrayList<Part>();
      longer.add(part);
      longer.addAll(parts);
      return new Way(cost + more, longer);
    }
  }
}

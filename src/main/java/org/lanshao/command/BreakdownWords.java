package org.lanshao.command;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.command.Part.Way;
import org.lanshao.count.Period;
import org.lanshao.directory.Area;

/** Words that part numbers: 按镇, 各县区, 每月, 分目的, 目的分布, and by town in English. */
final class BreakdownWords {
  private static final Pattern SAID =
      Pattern.compile(
          "(?:and|和|及|与|、|/|x|×|\\+|,|同)?(?<lead>再?按照?|分|各个?|每个?|逐|以|睇每个?|by|(?<=[和及与、/x×+,]))?"
              + "(?<word>.{1,16}?)(?<tail>来?分布|来?分类|来?分组|来?分开|分别|来分|划分|排名|排行|排序|对比|比较|排|分)?");

  private static final Pattern RANKING = Pattern.compile(".*(?:排名|排行|排序|排)");
  private static final Set<String> RANKS =
      Set.of("排名", "排行", "排行榜", "排序", "从高到低", "从多到少", "由高到低", "由多到少", "ranking", "ranked");

  private static final Map<String, Way> WAYS = ways();

  /** By whatever a form is usually parted. */
  private static final Set<String> ANY_CATEGORY = Set.of("类别", "类型", "种类", "类", "分类", "内容");

  private static final Map<String, String> OTHER_TO_LABEL =
      Map.of("渠道", "途径", "探访方式", "方式", "走访目的", "目的", "事由", "目的", "话题", "主题", "题目", "主题");

  private BreakdownWords() {}

  /**
   * A word with what stood around it.
   *
   * @param led 按 or the like stood before it, or 分布 or the like behind it
   */
  record Said(String word, boolean led) {}

  /** The word that may be one to part by; empty when it is too long for one. */
  static Optional<Said> read(String text) {
    var said = SAID.matcher(text);
    return said.matches()
        ? Optional.of(
            new Said(said.group("word"), said.group("lead") != null || said.group("tail") != null))
        : Optional.empty();
  }

  /** What every count can be parted by: areas, people, time. */
  static Optional<Way> fixed(Said said) {
    return said.led() ? Optional.ofNullable(WAYS.get(said.word())) : Optional.empty();
  }

  /** Whether what is parted is ranked too: 各镇排名. */
  static boolean ranks(String text) {
    return RANKING.matcher(text).matches();
  }

  /** Whether a word alone asks for the largest number first. */
  static boolean isRank(String word) {
    return RANKS.contains(word);
  }

  static boolean isAnyCategory(String word) {
    return ANY_CATEGORY.contains(word);
  }

  /** The usual label for a word: 途径 for 渠道. */
  static String usual(String word) {
    return OTHER_TO_LABEL.getOrDefault(word, word);
  }

  private static Map<String, Way> ways() {
    var ways = new java.util.HashMap<String, Way>();
    put(
        ways,
        new Way.Level(Area.Kind.COUNTY),
        "县",
        "县区",
        "区县",
        "县市区",
        "县级",
        "区",
        "县(市、区)",
        "county");
    put(
        ways,
        new Way.Level(Area.Kind.TOWN),
        "镇",
        "镇街",
        "乡镇",
        "街镇",
        "镇(街)",
        "社工站",
        "站",
        "站点",
        "街道",
        "town",
        "station");
    put(ways, new Way.Level(Area.Kind.VILLAGE), "村", "村居", "村(居)", "村社", "社区", "村委", "village");
    put(ways, new Way.Level(Area.Kind.POINT), "社工点", "服务点", "点");
    put(ways, new Way.NextLevel(), "地区", "地方", "区域", "片区", "地", "地域", "下级", "area", "place");
    put(
        ways,
        new Way.People(),
        "社工",
        "人",
        "人员",
        "登记人",
        "填报人",
        "员工",
        "同事",
        "个人",
        "工作人员",
        "worker",
        "person");
    put(ways, new Way.Time(Period.MONTH), "月", "月份", "个月", "month");
    put(ways, new Way.Time(Period.WEEK), "周", "星期", "礼拜", "个星期", "个礼拜", "week");
    put(ways, new Way.Time(Period.DAY), "日", "天", "日期", "day");
    return Map.copyOf(ways);
  }

  private static void put(Map<String, Way> ways, Way way, String... words) {
    for (String word : words) {
      ways.put(word, way);
    }
  }
}

package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.register.FileNumber;

/** Finds who is meant: 12号户, 张三, 石巷村李大爷家. */
final class NameFinder {
  private static final Pattern HOUSE = Pattern.compile("第?[\\d一二三四五六七八九十百]{1,5}号(?:户|屋|楼|家)?");

  /** The common ones, also of the Pearl River's west. */
  private static final String SURNAMES =
      "(?:欧阳|司徒|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向欧岑植练伍区麦邝冼甘温赖施洪覃卓古骆聂凌容陵蓝蒙招关容翁游庄祝柯])";

  private static final Pattern SURNAME = Pattern.compile(SURNAMES);

  /** A surname with one or two signs and how people are called. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?!.*(?:[村镇街市区县路站]|一家.*|[和与及两等了在的去到没不说])$)"
              + SURNAMES
              + "(?:[\\u4e00-\\u9fff]{1,2}?|[某x*]{1,2})(?:户|家|家里|家中|屋企)?");

  /** Words that begin like a name. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "平安", "安全", "高兴", "高温", "高峰", "方便", "方式", "马上", "温馨", "温度", "江边", "白天", "石头", "石山", "田地",
          "田间", "林地", "古树", "金额", "向上", "向导", "黄色", "龙舟", "龙舟水", "雷雨", "雷电", "万一", "任何", "任务", "关注",
          "关心", "关于", "余下", "段时间", "程度", "何时", "何人", "方面", "夏天", "夏季", "付款", "容易", "游泳", "招聘", "施工",
          "武装", "于是", "史上", "高血压", "白内障", "区内", "区里", "毛病", "钱物", "钟点", "许多", "范围", "严重", "关爱",
          "关怀", "高龄", "田里", "周边", "周围");

  /** A number on file begins with letters or is long: 3 is no such number. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9a-z-])(?:[a-z]{1,4}-?\\d[\\d-]{0,20}|\\d{6,20}-\\d{1,8})(?![0-9a-z])");

  private static final int LONGEST = 6;
  private static final int LONGEST_PLACE = 12;

  private final String plain;
  private final Hearing hearing;
  private final boolean places;

  /**
   * Looks for names.
   *
   * @param places whether the form asks for places on their own
   */
  NameFinder(String plain, Hearing hearing, boolean places) {
    this.places = places;
    this.plain = plain;
    this.hearing = hearing;
  }

  List<Find> finds(List<Question> questions) {
    var finds = new ArrayList<Find>();
    if (questions.isEmpty()) {
      return finds;
    }
    for (int at = 0; at < plain.length(); at++) {
      var house = HOUSE.matcher(plain).region(at, plain.length());
      if (house.lookingAt()) {
        add(at, house.end(), Find.Care.NONE, questions, finds);
        at = house.end() - 1;
      } else {
        names(at, questions, finds);
        filed(at, questions, finds);
      }
    }
    return finds;
  }

  /** Whether a common surname stands at a place of a text. */
  static boolean isSurname(String plain, int at) {
    return SURNAME.matcher(plain).region(Math.min(at, plain.length()), plain.length()).lookingAt();
  }

  /** Every name that could begin here: where it ends follows from what comes next. */
  private void names(int at, List<Question> questions, List<Find> finds) {
    if (!isSurname(plain, at)) {
      return;
    }
    for (int end = at + 2; end <= Math.min(plain.length(), at + LONGEST); end++) {
      if (NAME.matcher(plain).region(at, end).matches()
          && hearing.directory().endOfNameAt(plain, at) < end
          && !NO_NAMES.contains(plain.substring(at, end))) {
        add(at, end, Find.Care.LAST, questions, finds);
      }
    }
  }

  /** Names and numbers that are on file here, whatever they look like. */
  private void filed(int at, List<Question> questions, List<Find> finds) {
    if (hearing.register().isEmpty()) {
      return;
    }
    var number = NUMBER.matcher(plain).region(at, plain.length());
    if (number.lookingAt() && isFiled(plain.substring(at, number.end()))) {
      add(at, number.end(), Find.Care.NONE, questions, finds);
    }
    for (int end = at + 2; end <= Math.min(plain.length(), at + LONGEST); end++) {
      if (hearing.register().knows(plain.substring(at, end))) {
        add(at, end, Find.Care.LAST, questions, finds);
      }
    }
  }

  private boolean isFiled(String number) {
    return FileNumber.read(number).flatMap(hearing.register()::household).isPresent();
  }

  private void add(int from, int to, Find.Care care, List<Question> questions, List<Find> finds) {
    for (Question question : questions) {
      int place = wantsPlace(question.type()) ? placeBefore(from) : from;
      var whole = Answer.read(plain.substring(place, to), question.type(), hearing);
      boolean understood = place < from && isTaken(whole);
      var reading =
          understood ? whole : Answer.read(plain.substring(from, to), question.type(), hearing);
      if (isTaken(reading)) {
        finds.add(new Find(understood ? place : from, to, question, reading, care));
      }
    }
  }

  private static boolean isTaken(Reading reading) {
    return reading instanceof Reading.Understood || reading instanceof Reading.Ambiguous;
  }

  /** Where the form has no question of its own for the place. */
  private boolean wantsPlace(Type type) {
    return !places && !(type instanceof Type.Text);
  }

  /** The beginning of the place that is named before, as in 富林镇石巷村 12号户. */
  private int placeBefore(int name) {
    int end = name;
    while (end > 0 && plain.charAt(end - 1) == ' ') {
      end--;
    }
    for (int at = Math.max(0, end - LONGEST_PLACE); at < end; at++) {
      if (isPlace(at, end)) {
        return at;
      }
    }
    return name;
  }

  private boolean isPlace(int from, int end) {
    int at = from;
    int next = hearing.directory().endOfNameAt(plain, at);
    while (next > at && next < end) {
      at = next;
      next = hearing.directory().endOfNameAt(plain, at);
    }
    return next == end;
  }
}

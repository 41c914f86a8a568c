package org.lanshao.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What two writings of one name have in common. */
final class NameKey {
  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}·•.,，。、]+");
  private static final Pattern HOUSE = Pattern.compile("第?(\\d{1,5})(?:号|号户|号家)?");

  /** Traditional signs that names have, each followed by the simplified one. */
  private static final String SIMPLER =
      "張张陳陈黃黄趙赵吳吴孫孙馬马鄭郑謝谢許许韓韩馮冯鄧邓蕭萧葉叶蘇苏呂吕盧卢鍾钟譚谭範范賈贾鄒邹陸陆錢钱嚴严龍龙萬万歐欧賴赖關关顧顾賀贺"
          + "龔龚劉刘楊杨羅罗蔣蒋區区麥麦鄺邝麗丽華华國国強强偉伟軍军蘭兰鳳凤連连榮荣貴贵廣广東东蓮莲銀银興兴慶庆樹树瓊琼嬌娇勝胜業业權权"
          + "號号戶户紅红愛爱財财壽寿陽阳雲云錦锦鵬鹏輝辉燦灿";

  private NameKey() {}

  /**
   * A name in one writing: no width, white space, dots, case or traditional signs; the numbers of
   * houses as 12号户.
   */
  static String of(String name) {
    var folded = folded(name);
    var key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      int at = SIMPLER.indexOf(folded.charAt(i));
      key.append(at >= 0 && at % 2 == 0 ? SIMPLER.charAt(at + 1) : folded.charAt(i));
    }
    var house = HOUSE.matcher(key);
    return house.matches() ? house.group(1) + "号户" : key.toString();
  }

  /** Without width, white space, dots and case. */
  static String folded(String text) {
    var normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return NOISE.matcher(normal).replaceAll("").toLowerCase(Locale.ROOT);
  }
}

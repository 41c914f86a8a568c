package org.lanshao.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.directory.Agency;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Role;
import org.lanshao.reading.Folding;

/**
 * Who a newcomer says they are: 我是连滩镇社工站陈小雨 13800000000.
 *
 * @param name theirs; private
 * @param role worker, unless they say that they are the head or of the town
 * @param area the town, street, village or point where they work
 * @param phone private; empty text if they gave none
 * @param agency the one of the town that they are of; empty if they name none
 */
record Introduction(String name, Role role, AreaCode area, String phone, Optional<Agency> agency) {
  private static final Pattern PHONE =
      Pattern.compile("(?:\\+?86[ -]?)?(1[3-9]\\d)[ -]?(\\d{4})[ -]?(\\d{4})(?!\\d)");
  private static final Pattern HEAD = Pattern.compile("副?站长|站長|负责人");
  private static final Pattern TOWN = Pattern.compile("镇干部|镇政府|街道办干部|民政专干");
  private static final Pattern AGENCY =
      Pattern.compile("三防办|民政办|应急办|综治办|卫健办|派出所|司法所|水利所|卫生院|残联|妇联|团委");

  /** What stands around a name; each is longer than what could be part of one. */
  private static final Pattern AROUND =
      Pattern.compile(
          "我系|我是|我叫|我的名字|本人|姓名|名字叫?|名叫|叫做|新来的?|刚来的?|来自|一名|双百|社工站|社工点|社工|站点|常务|副站长|站长|負責人|负责人|员工|同事|同志|工作人员|志愿者|三防办|民政办|应急办|综治办|卫健办|派出所|司法所|水利所|卫生院|残联|妇联|团委|民政专干|镇干部|镇政府|电话|手机号?|号码|联系方式|你好|您好|请|登记|一下|谢谢|[\\s,，。.、:：;；!！()（）的]+");

  private static final Pattern EDGE = Pattern.compile("^[是叫在系]+(?=..)|[是在]$");
  private static final Pattern NAME =
      Pattern.compile("\\p{IsHan}{2,4}|[\\p{IsHan}·]{4,12}|[a-z]{2,}");
  private static final String AREA_MARK = "|";

  /** What words say. */
  sealed interface Read {
    /** All of it. */
    record Whole(Introduction found) implements Read {}

    /** A place that is several. */
    record Where(String name, List<Area> areas) implements Read {
      /** Copies the list. */
      public Where {
        areas = List.copyOf(areas);
      }
    }

    /** No place, or no name, or more than one. */
    record Nothing() implements Read {}
  }

  /** Reads the whole text. */
  static Read read(String text, Directory directory) {
    var said = Folding.fold(text);
    var phone = PHONE.matcher(said);
    var number = phone.find() ? phone.group(1) + phone.group(2) + phone.group(3) : "";
    var rest = PHONE.matcher(said).replaceAll(" ");
    var city = directory.areas().stream().filter(area -> area.parent().isEmpty()).findFirst();
    if (city.isEmpty()) {
      return new Read.Nothing();
    }
    return switch (new Names(directory, city.get().code()).place(bare(rest))) {
      case Names.Which.Nothing<Area> nothing -> new Read.Nothing();
      case Names.Which.Several<Area>(String name, List<Area> all, String more) -> {
        var towns = towns(all);
        yield towns.size() == 1
            ? whole(rest, more, towns.getFirst(), number)
            : new Read.Where(name, towns);
      }
      case Names.Which.One<Area>(Area area, String more) -> whole(rest, more, area, number);
    };
  }

  /** Of two levels of one name, such as 云城, the town: nobody works in a county at large. */
  private static List<Area> towns(List<Area> areas) {
    return areas.stream().filter(area -> area.kind().compareTo(Area.Kind.TOWN) >= 0).toList();
  }

  private static String bare(String text) {
    return text.replaceAll("我是|我系|我叫|来自|新来的|的|在", " ");
  }

  private static Read whole(String said, String rest, Area area, String phone) {
    if (area.kind().compareTo(Area.Kind.TOWN) < 0) {
      return new Read.Nothing();
    }
    return name(rest)
        .<Read>map(
            name ->
                new Read.Whole(
                    new Introduction(name, role(said), area.code(), phone, agency(said))))
        .orElseGet(Read.Nothing::new);
  }

  private static Optional<String> name(String rest) {
    var names = new ArrayList<String>();
    for (String part : AROUND.matcher(rest).replaceAll(AREA_MARK).split("\\|")) {
      var word = EDGE.matcher(part.strip()).replaceAll("");
      if (NAME.matcher(word).matches()) {
        names.add(word);
      }
    }
    return names.stream().distinct().count() == 1
        ? Optional.of(names.getFirst())
        : Optional.empty();
  }

  private static Role role(String said) {
    return HEAD.matcher(said).find()
        ? Role.HEAD
        : TOWN.matcher(said).find() || agency(said).isPresent() ? Role.TOWN : Role.WORKER;
  }

  /** A head says for whom they work with one: that makes nobody its officer. */
  private static Optional<Agency> agency(String said) {
    var named = AGENCY.matcher(said);
    return !HEAD.matcher(said).find() && named.find() ? Agency.of(named.group()) : Optional.empty();
  }

  /** 138****0000. */
  static String masked(String phone) {
    return phone.length() < 8
        ? ""
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }

  /** Without who it is. */
  @Override
  public String toString() {
    return "Introduction[" + area + "]";
  }
}

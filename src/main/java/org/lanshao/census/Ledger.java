package org.lanshao.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Option;
import org.lanshao.register.Categories;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.Field;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.OnFile;
import org.lanshao.register.Register;
import org.lanshao.register.Tag;

/**
 * Reads a ledger: one line at its top names the columns, each line below is a person, or a
 * household whose people are not listed. Lines of one number, or without numbers of one head in one
 * village, are one household. What a column says goes before what is on file; what no column says,
 * and who is not in the ledger, stays as it is.
 */
public final class Ledger {
  /** So many lines at the top may be titles. */
  private static final int TITLES = 5;

  private final Directory directory;
  private final Register register;
  private final Categories categories;
  private final Cells cells;
  private final LocalDate today;
  private final String source;
  private final Map<String, Household> keyToHousehold = new LinkedHashMap<>();
  private final Set<FileNumber> numbers = new HashSet<>();
  private final List<Preview.Refused> refused = new ArrayList<>();

  /** What a ledger is compared with. */
  public record Ground(
      Directory directory, Register register, Categories categories, LocalDate today) {}

  /**
   * Reads against what is on file.
   *
   * @param near where names of places are looked for first
   * @param source what is kept as the source of categories
   */
  public Ledger(Ground ground, AreaCode near, String source) {
    this.directory = ground.directory();
    this.register = ground.register();
    this.categories = ground.categories();
    this.today = ground.today();
    this.cells = new Cells(directory, near, today);
    this.source = source;
  }

  /**
   * What the lines would change. One of the first names the columns, below titles if there are any.
   * Households that are new and have no number get one of {@code fresh}.
   */
  public Preview preview(Iterable<Line> lines, Numbers fresh) {
    Optional<Columns> columns = Optional.empty();
    int titles = 0;
    for (Line line : lines) {
      if (columns.isPresent()) {
        take(line, columns.get(), fresh);
      } else {
        columns = Optional.of(new Columns(line)).filter(Columns::isWhole);
        titles++;
      }
      if (columns.isEmpty() && titles == TITLES) {
        break;
      }
    }
    if (columns.isEmpty()) {
      refused.add(new Preview.Refused(1, "前几行里要有一行列名，有“村居”和“户主”两列。"));
    }
    return preview();
  }

  /** Where numbers of new households come from. */
  public interface Numbers {
    /** One that no household ever had. */
    FileNumber next();
  }

  private Preview preview() {
    var fresh = new ArrayList<Household>();
    var changed = new ArrayList<Household>();
    int same = 0;
    for (Household household : keyToHousehold.values()) {
      var before = register.household(household.number());
      if (before.isEmpty()) {
        fresh.add(household);
      } else if (before.get().equals(household)) {
        same++;
      } else {
        changed.add(household);
      }
    }
    return new Preview(fresh, changed, same, refused);
  }

  private void refuse(Line line, String reason) {
    refused.add(new Preview.Refused(line.number(), reason));
  }

  private void take(Line line, Columns columns, Numbers fresh) {
    var fields = new LinkedHashMap<HouseholdField, String>();
    for (var field : HouseholdField.values()) {
      var cell = columns.get(line, field);
      if (!cell.isEmpty()) {
        var text = cells.read(field, cell);
        if (text.isEmpty()) {
          refuse(line, wrong(field));
          return;
        }
        fields.put(field, text.get());
      }
    }
    var client = client(line, columns);
    if (client.isEmpty()) {
      return;
    }
    if (!fields.containsKey(HouseholdField.AREA) || !fields.containsKey(HouseholdField.HEAD)) {
      refuse(line, "村居和户主都要填。");
      return;
    }
    household(line, columns.number(line), fields, fresh)
        .ifPresent(key -> keyToHousehold.computeIfPresent(key, (k, h) -> joined(h, client.get())));
  }

  private static String wrong(Field field) {
    return switch (field.kind()) {
      case AREA -> "“村居”在通讯录里找不到，或者有几个同名：写全称，例如 罗定市太平镇，或写代码。";
      case PHONE -> "“" + field.label() + "”要写手机号或带区号的电话。";
      case ID_NUMBER -> "“" + field.label() + "”不对：要18位，最后一位是校验码。";
      case NUMBER, DAYS -> "“" + field.label() + "”要写数字。";
      case DAY -> "“" + field.label() + "”要写日期，例如 1960-05-01。";
      case TEXT, NAMES -> "“" + field.label() + "”看不懂。";
    };
  }

  /** The key of the line's household, which is there from now on; empty when it is refused. */
  private Optional<String> household(
      Line line, String written, Map<HouseholdField, String> fields, Numbers fresh) {
    var area = new AreaCode(fields.getOrDefault(HouseholdField.AREA, ""));
    var head = fields.getOrDefault(HouseholdField.HEAD, "");
    var number = FileNumber.read(written);
    if (!written.isEmpty() && number.isEmpty()) {
      refuse(line, "“户号”只能用字母、数字和 - ，最多32个。");
      return Optional.empty();
    }
    var key = number.map(FileNumber::text).orElse(area + " " + head);
    if (!keyToHousehold.containsKey(key)) {
      var before = number.isPresent() ? number.flatMap(register::household) : known(head, area);
      if (before.isEmpty() && number.isEmpty() && isSeveral(head, area)) {
        refuse(line, "在册有几户同名，要写户号。");
        return Optional.empty();
      }
      var own = before.map(Household::number).or(() -> number).orElseGet(fresh::next);
      if (!numbers.add(own)) {
        refuse(line, "同一户写成了两户：请都写户号，或者都不写。");
        return Optional.empty();
      }
      keyToHousehold.put(key, before.orElseGet(() -> new Household(own, fields, List.of())));
    }
    keyToHousehold.computeIfPresent(key, (k, household) -> filled(household, fields));
    return Optional.of(key);
  }

  private Optional<Household> known(String head, AreaCode area) {
    return find(head, area) instanceof OnFile.One(Household one)
        ? Optional.of(one)
        : Optional.empty();
  }

  private boolean isSeveral(String head, AreaCode area) {
    return find(head, area) instanceof OnFile.Several;
  }

  private OnFile find(String head, AreaCode area) {
    return OnFile.household(head, Optional.of(area), area, register, directory);
  }

  private static Household filled(Household household, Map<HouseholdField, String> fields) {
    var next = household;
    for (var field : fields.entrySet()) {
      next = next.with(field.getKey(), field.getValue());
    }
    return next;
  }

  /** The person of a line, with a number that {@link #joined} replaces; empty when refused. */
  private Optional<Client> client(Line line, Columns columns) {
    var fields = new LinkedHashMap<ClientField, String>();
    for (var field : ClientField.values()) {
      var cell = columns.get(line, field);
      if (!cell.isEmpty()) {
        var text = cells.read(field, cell);
        if (text.isEmpty()) {
          refuse(line, wrong(field));
          return Optional.empty();
        }
        fields.put(field, text.get());
      }
    }
    fields.computeIfAbsent(ClientField.NAME, none -> columns.get(line, HouseholdField.HEAD));
    var tags = new ArrayList<Tag>();
    for (String name : columns.category(line).split("[;；、,，/ ]+")) {
      var category = categories.find(name);
      if (!name.isEmpty() && category.isEmpty()) {
        refuse(line, "“类别”里有不认识的，可以写 conversations/lists.yaml 里 category 的名称。");
        return Optional.empty();
      }
      category.map(Option::id).map(this::tag).ifPresent(tags::add);
    }
    return Optional.of(new Client(new FileNumber("0"), fields, tags));
  }

  private Tag tag(String category) {
    return new Tag(category, Optional.of(today), Optional.empty(), source, "");
  }

  /** With somebody who is there already, or is from now on. */
  private static Household joined(Household household, Client read) {
    var clients = new ArrayList<>(household.clients());
    for (int i = 0; i < clients.size(); i++) {
      if (isSame(clients.get(i), read)) {
        clients.set(i, merged(clients.get(i), read));
        return household.with(clients);
      }
    }
    var number = new FileNumber(household.number() + "-" + (clients.size() + 1));
    clients.add(new Client(number, read.fields(), read.tags()));
    return household.with(clients);
  }

  private static boolean isSame(Client one, Client other) {
    var id = one.get(ClientField.ID_NUMBER);
    var otherId = other.get(ClientField.ID_NUMBER);
    return (id.isEmpty() || otherId.isEmpty())
        ? one.name().equals(other.name())
        : id.equals(otherId);
  }

  private static Client merged(Client known, Client read) {
    var fields = new LinkedHashMap<>(known.fields());
    fields.putAll(read.fields());
    var tags = new ArrayList<>(known.tags());
    read.tags().stream()
        .filter(
            tag ->
                tags.stream()
                    .noneMatch(
                        other ->
                            other.category().equals(tag.category()) && other.until().isEmpty()))
        .forEach(tags::add);
    return new Client(known.number(), fields, tags);
  }
}

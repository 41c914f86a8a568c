package org.lanshao.desk.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Found;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;

/** A campaign that somebody would begin, as it was understood; or what is wrong. */
sealed interface CampaignDraft {
  /**
   * Understood.
   *
   * @param last its last day, where that was named
   */
  record New(String name, Set<AreaCode> areas, LocalDate first, Optional<LocalDate> last)
      implements CampaignDraft {}

  /**
   * Something is missing or wrong.
   *
   * @param isMeant whether it is about a campaign all the same
   */
  record Lacking(CampaignWords phrase, Map<String, String> slots, boolean isMeant)
      implements CampaignDraft {}

  /** Reads what follows 行动: 龙舟水 全市 5月21日, in any order. */
  final class Reader {
    private static final Pattern BETWEEN = Pattern.compile("[\\s、,，;；]+");
    private static final Pattern SINCE = Pattern.compile("^[自从由]|(?:以来|开始|起|至今)$");
    private static final int LONGEST_NAME = 20;

    private final CampaignTalk talk;
    private final Set<AreaCode> areas = new LinkedHashSet<>();
    private final List<String> names = new ArrayList<>();
    private Optional<DayRange> days = Optional.empty();

    Reader(CampaignTalk talk) {
      this.talk = talk;
    }

    CampaignDraft read(String rest) {
      for (String word : BETWEEN.split(rest.strip())) {
        var wrong = take(word);
        if (wrong.isPresent()) {
          return wrong.get();
        }
      }
      boolean meant = !areas.isEmpty() || days.isPresent();
      if (names.isEmpty()) {
        return new Lacking(CampaignWords.NO_NAME, Map.of(), meant);
      }
      var name = String.join("", names);
      if (name.length() > LONGEST_NAME) {
        return new Lacking(CampaignWords.UNKNOWN_WORD, Map.of("word", names.getLast()), meant);
      }
      return areas.isEmpty()
          ? new Lacking(CampaignWords.NO_AREA, Map.of("name", name), meant)
          : draft(name);
    }

    private CampaignDraft draft(String name) {
      var range = days.orElseGet(() -> new DayRange(talk.heard().today(), talk.heard().today()));
      boolean one = range.first().equals(range.last());
      return new New(
          name, areas, range.first(), one ? Optional.empty() : Optional.of(range.last()));
    }

    private Optional<CampaignDraft> take(String word) {
      var today = talk.heard().today();
      var said = SINCE.matcher(word).replaceAll("");
      switch (said.isEmpty() ? new DayRanges.Read.Nothing() : DayRanges.read(said, today)) {
        case DayRanges.Read.Days(DayRange range, boolean fromYearStart) when days.isEmpty() ->
            days = Optional.of(range);
        case DayRanges.Read.Nothing() -> {
          return place(word);
        }
        default -> {
          return wrong(CampaignWords.WRONG_DAYS, Map.of("days", word));
        }
      }
      return Optional.empty();
    }

    private Optional<CampaignDraft> place(String word) {
      switch (talk.directory().find(word, talk.heard().speaker().area())) {
        case Found.One(Area area) -> areas.add(area.code());
        case Found.Several(List<Area> several) -> {
          var full =
              several.stream().map(talk.directory()::fullName).collect(Collectors.joining("、"));
          return wrong(CampaignWords.SEVERAL_AREAS, Map.of("name", word, "names", full));
        }
        case Found.Nothing() -> names.add(Folding.keep(word));
      }
      return Optional.empty();
    }

    private static Optional<CampaignDraft> wrong(CampaignWords phrase, Map<String, String> slots) {
      return Optional.of(new Lacking(phrase, slots, true));
    }
  }
}

package org.lanshao.desk.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.campaign.Campaign;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * What a station's day on which a campaign held was for: so that what was summed by hand counts by
 * the same purposes and topics as what is on record.
 */
final class DayPurposes {
  private final Facts facts;
  private final Surroundings surroundings;

  DayPurposes(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
  }

  /**
   * The answers that follow from the newest campaign of the station's day: to the questions by
   * which the form counts for others, where one of their options is what the campaign is for.
   */
  Answers of(Form form, AreaCode station, LocalDate day) throws Unavailable {
    var answers = Answers.NONE;
    var purpose = form.day().isEmpty() ? Optional.<String>empty() : purpose(station, day);
    if (purpose.isPresent()) {
      for (Question question : counting(form)) {
        var value = value(question.type(), purpose.get());
        answers = value.isPresent() ? answers.with(question.id(), value.get()) : answers;
      }
    }
    return answers;
  }

  private static List<Question> counting(Form form) {
    return form.measures().stream()
        .filter(measure -> measure.into().isPresent())
        .flatMap(measure -> measure.by().stream())
        .distinct()
        .flatMap(id -> form.question(id).stream())
        .toList();
  }

  /** What notices began is for what the settings say; what somebody began, for its name. */
  private Optional<String> purpose(AreaCode station, LocalDate day) throws Unavailable {
    return facts.campaigns().begun().stream()
        .filter(one -> one.touches(station, surroundings.directory()))
        .filter(one -> holds(one, day))
        .findFirst()
        .map(this::purpose);
  }

  private boolean holds(Campaign campaign, LocalDate day) {
    var clock = surroundings.clock();
    var days = campaign.days(clock.instant(), clock.getZone());
    return !day.isBefore(days.first()) && !day.isAfter(days.last());
  }

  private String purpose(Campaign campaign) {
    return campaign.isByHand() ? campaign.name() : surroundings.reminders().campaigns().purpose();
  }

  private static Optional<Value> value(Type type, String purpose) {
    return switch (type) {
      case Type.Choice(var options) ->
          named(options, purpose).map(option -> new Value.One(option.id()));
      case Type.Choices(var options) ->
          named(options, purpose).map(option -> new Value.Many(List.of(option.id())));
      default -> Optional.empty(); // a yes or no has no name
    };
  }

  private static Optional<Option> named(List<Option> options, String purpose) {
    return options.stream()
        .filter(
            option ->
                Stream.concat(Stream.of(option.label()), option.aliases().stream())
                    .anyMatch(purpose::contains))
        .findFirst();
  }
}

package org.lanshao.form;

import java.util.List;

/**
 * That a form tells of a day of a station: each station has one record of it for each day, another
 * one takes its place, and the record counts on the day that it is about.
 *
 * @param question the date question that says which day; today where nobody says it
 * @param shows the forms whose counts of that day are told when this one is opened
 */
public record StationDay(QuestionId question, List<FormId> shows) {
  /** Copies the list. */
  public StationDay {
    shows = List.copyOf(shows);
  }
}

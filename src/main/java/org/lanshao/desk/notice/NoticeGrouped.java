package org.lanshao.desk.notice;

import java.util.List;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.Cause;

/**
 * Why somebody was sent several notices as one message: each of these is to be confirmed, by them
 * or for their station.
 *
 * @param first the number that the message goes under
 * @param station whose message it is
 * @param person to whom it goes
 * @param numbers of those that ask
 */
record NoticeGrouped(String first, AreaCode station, PersonId person, List<String> numbers) {
  private static final String MARK = "notices:";

  /** Copies the list. */
  NoticeGrouped {
    numbers = List.copyOf(numbers);
  }

  /** What the causes of all messages of a station under this number begin with. */
  static String begin(String first, AreaCode station) {
    return MARK + first + ":" + station + ":";
  }

  Cause cause() {
    return new Cause(begin(first, station) + person + ":" + String.join(",", numbers));
  }

  static NoticeGrouped read(Cause cause) {
    var parts = cause.text().split(":");
    return new NoticeGrouped(
        parts[1], new AreaCode(parts[2]), new PersonId(parts[3]), List.of(parts[4].split(",")));
  }
}

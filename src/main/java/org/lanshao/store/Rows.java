package org.lanshao.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewDeclaration;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.TimerMove;

/**
 * What a turn writes, as rows, sealed by the thread that asked.
 *
 * @param turn the turn itself
 * @param row its row
 * @param filings what was submitted or revised
 * @param outgoing rows of {@link OutgoingTable}
 * @param timers rows of {@link TimerTable}
 * @param moves what becomes of timers
 * @param media rows of {@link MediaTable}
 * @param ended whose messages that have not left are cancelled
 * @param directory a row of {@link DirectoryTable}, where the directory changes
 * @param again numbers of messages that rest and are sent again
 * @param dropped keys of rows of {@link MediaTable}
 * @param alerts what happens to alerts
 * @param notices what happens to notices
 * @param register rows of {@link RegisterTable}, where the register changes
 * @param care rows of {@link MatterTable} that belong to no filing
 * @param campaigns rows of {@link CampaignTable}
 * @param beginning that campaigns begin, as a row of it
 * @param listed households that campaigns are to reach, as rows of it
 * @param season what is declared about a season
 */
record Rows(
    NewTurn turn,
    Object[] row,
    List<Filing> filings,
    List<Object[]> outgoing,
    List<Object[]> timers,
    List<TimerMove> moves,
    List<Object[]> media,
    List<Cause> ended,
    Optional<Object[]> directory,
    List<Long> again,
    List<byte[]> dropped,
    AlertTable.Written alerts,
    NoticeTable.Written notices,
    Optional<RegisterTable.Written> register,
    List<Object[]> care,
    List<Object[]> campaigns,
    List<Object[]> listed,
    Optional<Object[]> beginning,
    Optional<NewDeclaration> season) {
  /**
   * A revision of a record as rows.
   *
   * @param first whether it is the submission itself
   * @param row its row, which begins with the submission's id and the revision's number
   * @param entries what the record counts with it
   * @param path the areas that it lies in
   * @param matters rows of {@link MatterTable}
   * @param met rows of {@link MetTable}
   * @param daily a row of {@link StationDayTable}, where it tells of a station's day and stands
   */
  record Filing(
      boolean first,
      Object[] row,
      List<Object[]> entries,
      Path path,
      List<Object[]> matters,
      List<Object[]> met,
      Optional<Object[]> daily) {}

  /**
   * An area with all that it lies in.
   *
   * @param text its codes from the narrowest to the widest, with dots
   * @param codes the same
   */
  record Path(String text, List<String> codes) {}

  /** The versions of matters that it makes. */
  List<Object[]> matters() {
    return Stream.concat(filings.stream().flatMap(f -> f.matters().stream()), care.stream())
        .toList();
  }

  /** The stations' days that it tells of for the first time. */
  List<Object[]> days() {
    return filings.stream()
        .filter(Filing::first)
        .flatMap(filing -> filing.daily().stream())
        .toList();
  }

  /**
   * Whether it writes what only one can write: the next version of a record or of a matter, or what
   * a station tells of its day.
   */
  boolean isGuarded() {
    return !care.isEmpty() || filings.stream().anyMatch(Rows::isGuarded);
  }

  private static boolean isGuarded(Filing filing) {
    return !filing.first() || !filing.matters().isEmpty() || filing.daily().isPresent();
  }

  /** Whether it goes on with notices or campaigns, or goes by what notices ask. */
  boolean isTelling() {
    return !notices.steps().isEmpty() || !notices.stillAsked().isEmpty() || !campaigns.isEmpty();
  }

  /** Those that revise what was submitted before. */
  List<Filing> revisions() {
    return filings.isEmpty()
        ? List.of()
        : filings.stream().filter(filing -> !filing.first()).toList();
  }
}

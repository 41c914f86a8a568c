package org.lanshao.channel.wecom;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.lanshao.channel.Outcome;

/**
 * What the platform's error codes mean for a message. The classes are those of the platform's list
 * of global error codes: busy codes pass by themselves, a token is fetched anew, a mistake in the
 * settings or a missing permission waits until somebody has put it right, anything else would fail
 * again. A code that is not listed is never tried again.
 */
final class ErrorCodes {
  /** How long to wait for somebody to correct the app's settings in the console. */
  private static final Duration SETTINGS_WAIT = Duration.ofMinutes(10);

  private static final Map<Integer, Function<String, Outcome>> CODE_TO_OUTCOME = table();

  private ErrorCodes() {}

  /** What this code means for a message that was sent. */
  static Outcome outcome(int errcode) {
    String platformCode = Integer.toString(errcode);
    return CODE_TO_OUTCOME.getOrDefault(errcode, refused("unknown_error")).apply(platformCode);
  }

  /** The settings of this app, or of the organisation, do not allow it now. */
  static Outcome.TryAgain settings(String platformCode) {
    return new Outcome.TryAgain(SETTINGS_WAIT, "settings", platformCode);
  }

  private static Map<Integer, Function<String, Outcome>> table() {
    var table = new HashMap<Integer, Function<String, Outcome>>();
    put(table, code -> Outcome.Accepted.PLAIN, 0, 46003, 86215);
    put(table, Outcome.TokenRefused::new, 40001, 40014, 42001);
    put(table, again(Duration.ofSeconds(1), "busy"), -1, 6000);
    put(table, again(Duration.ofSeconds(1), "parallel"), 45033);
    put(table, again(Duration.ofSeconds(60), "rate_limit"), 45009);
    put(table, ErrorCodes::settings, 40013, 40091, 2000002, 301007);
    put(table, ErrorCodes::settings, 40056, 301002, 43012, 50001, 50003, 60020);
    put(table, ErrorCodes::settings, 48001, 48002, 48005, 48006, 48009, 40057, 85010, 85011);
    put(table, refused("unknown_recipient"), 40003, 60111, 46004, 40031, 301021, 81013);
    put(table, refused("unknown_recipient"), 60003, 60123, 40066, 40068, 40070);
    put(table, refused("no_permission"), 60011, 60021, 50002);
    put(table, refused("bad_request"), 41001, 81012, 82001, 82002, 82003, 40008, 40033);
    put(table, refused("bad_request"), 40035, 40058, 40063, 45008, 45029);
    putRange(table, refused("bad_request"), 40016, 40027);
    put(table, refused("text_refused"), 82004, 44004, 45002);
    put(table, refused("media_refused"), 40004, 40005, 40006, 40009, 40123);
    put(table, refused("media_gone"), 40007);
    put(table, refused("media_refused"), 44001, 45001, 45007, 830002);
    put(table, refused("unknown_group"), 40050, 86001, 86003, 86201, 93000, 93004, 93006, 93008);
    put(table, refused("group_refused"), 86008, 86101, 86216, 86217, 86220, 86224);
    putRange(table, refused("group_refused"), 86004, 86007);
    putRange(table, refused("group_refused"), 86202, 86207);
    put(table, refused("card_refused"), 60140);
    putRange(table, refused("card_refused"), 42014, 42020);
    putRange(table, refused("card_refused"), 42027, 42051);
    put(table, refused("too_late"), 42052);
    return Map.copyOf(table);
  }

  private static void put(
      Map<Integer, Function<String, Outcome>> table,
      Function<String, Outcome> outcome,
      int... codes) {
    for (int code : codes) {
      table.put(code, outcome);
    }
  }

  private static void putRange(
      Map<Integer, Function<String, Outcome>> table,
      Function<String, Outcome> outcome,
      int first,
      int last) {
    for (int code = first; code <= last; code++) {
      table.put(code, outcome);
    }
  }

  private static Function<String, Outcome> again(Duration after, String code) {
    return platformCode -> new Outcome.TryAgain(after, code, platformCode);
  }

  private static Function<String, Outcome> refused(String code) {
    return platformCode -> new Outcome.Refused(code, platformCode);
  }
}

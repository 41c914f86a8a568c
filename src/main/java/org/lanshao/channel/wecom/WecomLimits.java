package org.lanshao.channel.wecom;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.lanshao.channel.Spend;
import org.lanshao.channel.Spend.Limit;
import org.lanshao.message.Outbound.Target;

/**
 * How much one app sends. WeCom's document 90454 allows 30 a minute and 1,000 an hour to a member,
 * and drops what is more without a word; 20 a minute to a webhook (91770); and for an app, in a
 * day, two hundred times the accounts of the organisation.
 *
 * @param memberMinute to one member in a minute
 * @param memberHour to one member in an hour
 * @param appMinute to all members in a minute
 * @param appDay to all members in a day
 * @param webhookMinute through one webhook in a minute
 * @param groupMinute to one group of the app in a minute
 */
public record WecomLimits(
    int memberMinute,
    int memberHour,
    int appMinute,
    int appDay,
    int webhookMinute,
    int groupMinute) {
  /** Below what is documented. The day's is that of an organisation with 150 accounts. */
  public static final WecomLimits USUAL = new WecomLimits(25, 900, 1500, 30_000, 18, 18);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** What a message to this target takes, the narrowest first; nothing where it cannot go. */
  List<Spend> spends(WecomSettings app, Target target) {
    String name = app.corpId() + "/" + app.agentId();
    return switch (target) {
      case Target.ToPerson(String account) -> toMember(name, account);
      case Target.ToGroup(String send) ->
          Room.of(send).map(room -> toRoom(name, room)).orElse(List.of());
      case Target.Back(String account, String ignored) -> toMember(name, account);
    };
  }

  private List<Spend> toRoom(String app, Room room) {
    return switch (room) {
      case Room.Webhook(String key) ->
          List.of(new Spend("webhook/" + key, List.of(new Limit(webhookMinute, MINUTE))));
      case Room.Appchat(String id) ->
          List.of(new Spend(app + "/group/" + id, List.of(new Limit(groupMinute, MINUTE))));
    };
  }

  private List<Spend> toMember(String app, String account) {
    return List.of(
        new Spend(
            app + "/member/" + account.toLowerCase(Locale.ROOT),
            List.of(new Limit(memberMinute, MINUTE), new Limit(memberHour, HOUR))),
        new Spend(app, List.of(new Limit(appMinute, MINUTE), new Limit(appDay, DAY))));
  }
}

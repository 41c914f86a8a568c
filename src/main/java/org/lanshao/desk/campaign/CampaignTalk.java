package org.lanshao.desk.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.lanshao.alert.By;
import org.lanshao.campaign.Campaign;
import org.lanshao.count.RangeText;
import org.lanshao.desk.notice.NoticeDrafting;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;

/** How campaigns are told to somebody, and what they may do with them. */
public final class CampaignTalk {
  /** Before the number of every campaign. */
  static final String LETTER = "A";

  private final Heard heard;
  private final Surroundings surroundings;
  private final Wording words;

  /** With who spoke, in their language. */
  public CampaignTalk(Heard heard, Surroundings surroundings) {
    this.heard = heard;
    this.surroundings = surroundings;
    this.words = surroundings.wording().in(heard.speaker().language());
  }

  Heard heard() {
    return heard;
  }

  Directory directory() {
    return surroundings.directory();
  }

  /** The time. */
  public Instant now() {
    return surroundings.clock().instant();
  }

  /** That the speaker does something now. */
  By by() {
    return new By(Optional.of(heard.speaker().id()), heard.where().key(), now());
  }

  /** The first moment of a local day. */
  Instant begin(LocalDate day) {
    return day.atStartOfDay(surroundings.clock().getZone()).toInstant();
  }

  /** Whether the speaker begins and ends campaigns. */
  boolean leads() {
    return NoticeDrafting.mayWarn(heard.speaker());
  }

  /** Whether all of a campaign is in the speaker's charge. */
  boolean leads(Campaign campaign) {
    return leads() && campaign.areas().stream().allMatch(this::isMine);
  }

  /** Whether an area is in the speaker's charge. */
  boolean isMine(AreaCode area) {
    return directory().within(area, charge());
  }

  /** What the speaker is in charge of. */
  AreaCode charge() {
    return directory().charge(heard.speaker());
  }

  /** Whether a campaign is anywhere where the speaker is. */
  boolean concerns(Campaign campaign) {
    return campaign.touches(charge(), directory());
  }

  String say(CampaignWords phrase, Map<String, String> slots) {
    return words.say(phrase, slots);
  }

  String say(CampaignWords phrase) {
    return say(phrase, Map.of());
  }

  Reply reply(CampaignWords phrase, Map<String, String> slots) {
    return Reply.of(say(phrase, slots));
  }

  /** How people call an area. */
  String name(AreaCode area) {
    return directory().area(area).map(directory()::fullName).orElse(area.text());
  }

  /** The numbers of the notices that hold a campaign, or of all that ever did. */
  String notices(Campaign campaign, boolean open) {
    return Marks.list(
        campaign.causes().stream()
            .filter(cause -> !open || cause.isOpen())
            .map(Campaign.Cause::notice),
        words);
  }

  /** The days of a campaign up to now. */
  DayRange days(Campaign campaign) {
    return campaign.days(now(), surroundings.clock().getZone());
  }

  /** A3 龙舟水（云浮市）5月21日起. */
  public String line(Campaign campaign) {
    return say(
        CampaignWords.LINE,
        Map.of(
            "number", campaign.number(),
            "name", campaign.name(),
            "areas", Marks.list(campaign.areas().stream().map(this::name), words),
            "days", told(campaign)));
  }

  private String told(Campaign campaign) {
    var zone = surroundings.clock().getZone();
    var first = campaign.start().atZone(zone).toLocalDate();
    return campaign
        .end()
        .map(end -> RangeText.of(new DayRange(first, last(first, end)), heard.today(), words))
        .orElseGet(
            () ->
                say(CampaignWords.SINCE, Map.of("day", RangeText.of(first, heard.today(), words))));
  }

  private LocalDate last(LocalDate first, Instant end) {
    var last = end.minusMillis(1).atZone(surroundings.clock().getZone()).toLocalDate();
    return last.isBefore(first) ? first : last;
  }
}

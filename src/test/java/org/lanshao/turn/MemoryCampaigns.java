package org.lanshao.turn;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Listed;
import org.lanshao.directory.PersonId;
import org.lanshao.register.FileNumber;

/** What is known of campaigns, in memory. */
final class MemoryCampaigns implements Campaigns {
  private final Map<String, TreeMap<FileNumber, Listed>> lists = new HashMap<>();
  private final Map<String, Campaign> numberToCampaign = new LinkedHashMap<>();

  private long beginnings;

  boolean isNext(CampaignChanges changes) {
    return changes.knew().filter(knew -> knew != beginnings).isEmpty()
        && changes.versions().stream()
            .allMatch(
                next ->
                    next.version() == campaign(next.number()).map(Campaign::version).orElse(0) + 1);
  }

  void write(CampaignChanges changes) {
    beginnings += changes.knew().isPresent() ? 1 : 0;
    changes
        .listed()
        .forEach(
            one ->
                lists
                    .computeIfAbsent(one.campaign(), n -> new TreeMap<>())
                    .putIfAbsent(one.household(), one));
    changes.versions().forEach(next -> numberToCampaign.put(next.number(), next));
  }

  @Override
  public Optional<Campaign> campaign(String number) {
    return Optional.ofNullable(numberToCampaign.get(number));
  }

  @Override
  public List<Campaign> open(Instant at) {
    return oldest().filter(campaign -> campaign.isOpen(at)).toList();
  }

  @Override
  public long beginnings() {
    return beginnings;
  }

  @Override
  public List<Campaign> begun() {
    return oldest().filter(Campaign::isBegun).toList().reversed();
  }

  private Stream<Campaign> oldest() {
    return numberToCampaign.values().stream()
        .sorted(Comparator.comparing(Campaign::start).thenComparing(Campaign::number));
  }

  @Override
  public List<Listed> listed(String campaign) {
    return List.copyOf(lists.getOrDefault(campaign, new TreeMap<>()).values());
  }

  @Override
  public Optional<Campaign> asked(PersonId person) {
    return numberToCampaign.values().stream()
        .filter(campaign -> campaign.by().person().equals(Optional.of(person)))
        .filter(campaign -> campaign.isAsked(campaign.by().at()))
        .max(Comparator.comparing(campaign -> campaign.by().at()));
  }
}

package org.lanshao.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.alert.By;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.notice.Act;
import org.lanshao.notice.Item;
import org.lanshao.notice.Notice;

/**
 * What notices do to campaigns: one that is high enough joins the newest campaign that holds where
 * it does, or begins one; one that takes the place of a cause is a cause too, however low; one that
 * is over is a cause no more.
 */
public record Campaigning(Threshold threshold, Directory directory) {
  /** Gives the numbers of campaigns that begin. */
  public interface Numbers<E extends Exception> {
    /** The next one: A3. */
    String next() throws E;
  }

  /**
   * The new versions of campaigns that these notices begin, join or leave; none where nothing
   * changes.
   *
   * @param open the campaigns that hold now, the oldest first
   * @param notices those to which something happened, as they are after it
   * @param by when that was; by nobody
   */
  public <E extends Exception> List<Campaign> after(
      List<Campaign> open, List<Notice> notices, By by, Numbers<E> numbers) throws E {
    var campaigns = new ArrayList<>(open);
    for (Notice notice : notices) {
      if (isCause(notice) && campaigns.stream().noneMatch(one -> one.isHeldBy(notice.number()))) {
        begin(notice, campaigns, by, numbers);
      }
    }
    for (Notice notice : notices) {
      if (notice.stage() instanceof Notice.Stage.Over) {
        campaigns.replaceAll(
            one -> one.isHeldBy(notice.number()) ? one.without(notice.number(), by.at()) : one);
      }
    }
    return campaigns.stream()
        .filter(one -> !open.contains(one))
        .map(one -> open.stream().anyMatch(old -> isOf(old, one)) ? one.next(by) : one)
        .toList();
  }

  private static boolean isOf(Campaign old, Campaign campaign) {
    return old.number().equals(campaign.number());
  }

  private static boolean isCause(Notice notice) {
    var content = notice.content();
    return notice.isOpen() && !content.status().isPractice() && content.act() != Act.CANCEL;
  }

  private <E extends Exception> void begin(
      Notice notice, List<Campaign> campaigns, By by, Numbers<E> numbers) throws E {
    var original = notice.content().original();
    var before =
        original.flatMap(
            number -> campaigns.stream().filter(one -> one.isHeldBy(number)).findFirst());
    var areas = areas(notice, before.isPresent());
    if (areas.isEmpty()) {
      return;
    }
    var joined = before.or(() -> there(campaigns, areas));
    if (joined.isPresent()) {
      campaigns.set(
          campaigns.indexOf(joined.get()), joined.get().joined(notice.number(), areas, directory));
    } else {
      campaigns.add(Campaign.begun(numbers.next(), name(notice), areas, notice.number(), by));
    }
  }

  /** What it is called: the first kind that is grave enough. */
  private String name(Notice notice) {
    var content = notice.content();
    return content.items().stream()
        .filter(threshold::isReached)
        .findFirst()
        .orElse(content.first())
        .kind();
  }

  private Set<AreaCode> areas(Notice notice, boolean whole) {
    var areas =
        notice.content().items().stream()
            .filter(item -> whole || threshold.isReached(item))
            .map(Item::areas)
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return Campaign.outermost(areas, directory);
  }

  private Optional<Campaign> there(List<Campaign> campaigns, Set<AreaCode> areas) {
    return campaigns.reversed().stream()
        .filter(one -> areas.stream().anyMatch(area -> one.touches(area, directory)))
        .findFirst();
  }
}

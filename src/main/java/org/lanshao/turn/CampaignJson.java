package org.lanshao.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Campaign.Cause;
import org.lanshao.directory.AreaCode;

/**
 * What of a campaign is stored as a text: {@code {"v":1,"name":"龙舟水","areas":["445381"],"hand":
 * true,"causes":[{"notice":"N15","end":""}],"from":"…"}}. The rest stands in columns.
 */
public final class CampaignJson {
  private CampaignJson() {}

  /**
   * The text of a campaign, read again.
   *
   * @param from where the version was said: the key of a conversation
   */
  public record Body(
      String name, Set<AreaCode> areas, boolean isByHand, List<Cause> causes, String from) {
    /** Copies the collections. */
    public Body {
      areas = Collections.unmodifiableSet(new LinkedHashSet<>(areas));
      causes = List.copyOf(causes);
    }

    /** Without the name. */
    @Override
    public String toString() {
      return "Body";
    }
  }

  /** The JSON text of a campaign. */
  public static String write(Campaign campaign) {
    var out = TreeJson.object();
    out.put("v", 1).put("name", campaign.name()).put("hand", campaign.isByHand());
    out.put("from", campaign.by().from());
    out.set("areas", TreeJson.texts(campaign.areas().stream().map(AreaCode::text).toList()));
    var causes = out.putArray("causes");
    for (Cause cause : campaign.causes()) {
      var end = cause.end().map(Instant::toString).orElse("");
      causes.addObject().put("notice", cause.notice()).put("end", end);
    }
    return out.toString();
  }

  /**
   * The campaign of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write} makes; the message holds
   *     nothing of the text
   */
  public static Body read(String stored) {
    return TreeJson.read(stored, "campaign", CampaignJson::read);
  }

  private static Body read(JsonNode in) {
    var areas = new LinkedHashSet<>(TreeJson.list(in.required("areas"), AreaCode::new));
    var causes = new ArrayList<Cause>();
    for (JsonNode cause : in.required("causes")) {
      var over = TreeJson.present(cause, "end").map(Instant::parse);
      causes.add(new Cause(cause.required("notice").asText(), over));
    }
    return new Body(
        in.required("name").asText(),
        areas,
        in.required("hand").asBoolean(),
        causes,
        in.required("from").asText());
  }
}

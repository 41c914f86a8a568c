package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Campaign.Cause;
import org.lanshao.directory.AreaCode;

/**
 * What of a campaign is stored as a text: {@code {"v":1,"name":"龙舟水","areas":["445381"],"hand":
 * true,"causes":[{"notice":"N15","end":""}],"from":"…"}}. The rest stands in columns.
 */
public final class CampaignJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

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
    var out = MAPPER.createObjectNode();
    out.put("v", 1).put("name", campaign.name()).put("hand", campaign.isByHand());
    out.put("from", campaign.by().from());
    var areas = out.putArray("areas");
    campaign.areas().forEach(area -> areas.add(area.text()));
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
    try {
      return read(MAPPER.readTree(stored));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("a stored campaign cannot be read");
    }
  }

  private static Body read(JsonNode in) {
    var areas = new LinkedHashSet<AreaCode>();
    in.required("areas").forEach(area -> areas.add(new AreaCode(area.asText())));
    var causes = new ArrayList<Cause>();
    for (JsonNode cause : in.required("causes")) {
      var end = cause.required("end").asText();
      var over = end.isEmpty() ? Optional.<Instant>empty() : Optional.of(Instant.parse(end));
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

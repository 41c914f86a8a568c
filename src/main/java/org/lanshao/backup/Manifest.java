package org.lanshao.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.lanshao.store.Contents;
import org.lanshao.store.Snapshots;

/**
 * What a backup says of itself, {@code manifest.json}:
 *
 * <pre>{"format":1,"made":"2022-05-10T19:30:00Z","version":"0.1.0","schema":9,"key":"…",
 * "tables":{"turn":{"rows":12,"sha256":"…"}},"files":"<sha256 of files.sha256>"}</pre>
 *
 * @param made when
 * @param version of the program
 * @param database what is in the database
 * @param files SHA-256 of the list of files
 */
public record Manifest(Instant made, String version, Snapshots.Taken database, String files) {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    var root = JSON.createObjectNode();
    root.put("format", FORMAT).put("made", made.toString()).put("version", version);
    root.put("schema", database.schema()).put("key", database.fingerprint());
    var tables = root.putObject("tables");
    database
        .contents()
        .nameToPart()
        .forEach(
            (name, part) ->
                tables.putObject(name).put("rows", part.rows()).put("sha256", part.digest()));
    root.put("files", files);
    return root.toPrettyString() + "\n";
  }

  /** Reads it; empty when it is none. */
  static Optional<Manifest> read(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return root.path("format").asInt() == FORMAT ? Optional.of(of(root)) : Optional.empty();
    } catch (JsonProcessingException | DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Manifest of(JsonNode root) {
    var parts = new TreeMap<String, Contents.Part>();
    root.path("tables")
        .properties()
        .forEach(
            table ->
                parts.put(
                    table.getKey(),
                    new Contents.Part(
                        table.getValue().path("rows").asLong(),
                        table.getValue().path("sha256").asText())));
    return new Manifest(
        Instant.parse(root.path("made").asText()),
        root.path("version").asText(),
        new Snapshots.Taken(
            root.path("schema").asInt(), root.path("key").asText(), new Contents(parts)),
        root.path("files").asText());
  }
}

package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.TokenSource.Fetched;
import org.lanshao.channel.Uploads;
import org.lanshao.message.Extras.Attachment;

/**
 * {@code media/upload} of an app (document 90253) and {@code upload_media} of a webhook (99110):
 * one part named {@code media} with the file's name in plain UTF-8. Ids live for three days.
 *
 * @param key as in {@link Uploads#key}
 * @param uri the call's address, without the parameter {@code type}
 * @param tokenParameter as in {@link Delivery.HttpCall}
 */
record UploadCall(String key, String uri, Optional<String> tokenParameter) implements Uploads {
  private static final Duration KEPT = Duration.ofDays(3);

  @Override
  public Delivery.HttpCall call(Attachment file, byte[] bytes) {
    // No file holds the hash of itself.
    String boundary = "lanshao-" + file.hash();
    return new Delivery.HttpCall(
        "POST",
        uri + (uri.contains("?") ? "&" : "?") + "type=" + WecomBody.type(file),
        Map.of("content-type", "multipart/form-data; boundary=" + boundary),
        body(boundary, file.name(), bytes),
        tokenParameter);
  }

  private static byte[] body(String boundary, String name, byte[] bytes) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"media\"; filename=\"%s\"; filelength=%d\r\n"
                .formatted(boundary, plain(name), bytes.length)
            + "Content-Type: application/octet-stream\r\n\r\n";
    var body = new ByteArrayOutputStream(bytes.length + 512);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  /** A name without what would end it. */
  private static String plain(String name) {
    String plain = SafeText.of(name).replaceAll("[\"\\\\/\\r\\n\\t]", "_");
    return plain.isBlank() ? "file" : plain;
  }

  @Override
  public Fetched read(RawResponse response) {
    return switch (ApiAnswer.of(response)) {
      case ApiAnswer.Unreadable(Outcome.TryAgain again) -> new Fetched.Failed(again);
      case ApiAnswer.Read(int errcode, JsonNode json) when errcode == 0 -> id(json);
      case ApiAnswer.Read(int errcode, JsonNode ignored) ->
          new Fetched.Failed(ErrorCodes.outcome(errcode));
    };
  }

  private static Fetched id(JsonNode json) {
    String id = json.path("media_id").asText("");
    return id.isEmpty()
        ? new Fetched.Failed(new Outcome.TryAgain(Duration.ofSeconds(5), "unreadable", "0"))
        : new Fetched.Token(id, KEPT);
  }
}

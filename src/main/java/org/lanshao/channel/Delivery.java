package org.lanshao.channel;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.message.Extras.Attachment;

/** How a message goes out. */
public sealed interface Delivery {
  /**
   * An HTTP call.
   *
   * @param uri absolute
   * @param tokenParameter the query parameter that takes the channel's access token; empty if it
   *     needs none
   */
  record HttpCall(
      String method,
      String uri,
      Map<String, String> headers,
      byte[] body,
      Optional<String> tokenParameter)
      implements Delivery {
    /** Copies the headers. */
    public HttpCall {
      headers = Map.copyOf(headers);
    }

    /** Without the query, which may hold a secret, and the body, which is private. */
    @Override
    public String toString() {
      int query = uri.indexOf('?');
      return "HttpCall[" + method + " " + (query < 0 ? uri : uri.substring(0, query)) + "]";
    }
  }

  /**
   * A call that names a file of ours by the platform's id, which has to be had first.
   *
   * @param to where the platform takes the file
   * @param then the call, once the id is known
   */
  record Uploading(Attachment file, Uploads to, Function<String, HttpCall> then)
      implements Delivery {
    /** Without what is private. */
    @Override
    public String toString() {
      return "Uploading[" + file + "]";
    }
  }

  /**
   * A call that carries the bytes of a file of ours.
   *
   * @param then how it goes out, once they are read
   */
  record Carrying(Attachment file, Function<byte[], Delivery> then) implements Delivery {
    /** Without what is private. */
    @Override
    public String toString() {
      return "Carrying[" + file + "]";
    }
  }

  /** Shown on the sandbox page: nothing leaves the process. */
  record Show(String json) implements Delivery {
    /** Without what is shown. */
    @Override
    public String toString() {
      return "Show[]";
    }
  }

  /**
   * This channel has no way to send it, so it is refused without a call.
   *
   * @param code our stable code, such as {@code no_group}
   */
  record Impossible(String code) implements Delivery {}
}

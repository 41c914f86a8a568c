package org.lanshao.channel;

import java.util.Map;
import java.util.Optional;

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
  }

  /** Shown on the sandbox page: nothing leaves the process. */
  record Show(String json) implements Delivery {}
}

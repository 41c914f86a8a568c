package org.lanshao.channel;

/**
 * An HTTP response: ours to a platform, or a platform's to us.
 *
 * @param status the status code
 * @param contentType the media type; empty text if there is no body
 * @param body the bytes
 */
public record RawResponse(int status, String contentType, byte[] body) {
  private static final byte[] NOTHING = {};

  /** 200 without a body: taken, nothing to say. */
  public static final RawResponse EMPTY_OK = new RawResponse(200, "", NOTHING);

  /** A status without a body. */
  public static RawResponse status(int status) {
    return new RawResponse(status, "", NOTHING);
  }
}

package org.lanshao.channel;

import org.lanshao.message.Extras.Attachment;

/**
 * Where a platform takes pictures and files, so that messages can name them by an id: the call to
 * make and how to read its response. Pure.
 */
public interface Uploads {
  /** Whose ids these are, the same on every node and for every start; it holds no secret. */
  String key();

  /** The call that hands over these bytes. */
  Delivery.HttpCall call(Attachment file, byte[] bytes);

  /** Reads the response to that call: the id and how long it is good for; never throws. */
  TokenSource.Fetched read(RawResponse response);
}

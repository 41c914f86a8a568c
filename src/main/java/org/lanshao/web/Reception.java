package org.lanshao.web;

import io.vertx.core.Future;
import java.util.concurrent.Executor;
import org.lanshao.channel.Channel;
import org.lanshao.channel.RawResponse;
import org.lanshao.message.Inbound;

/** Where a message goes that came in over HTTP. */
public interface Reception {
  /**
   * Takes a message; called on the event loop, in the order of arrival, so it must not wait.
   *
   * @param here runs work on the event loop that calls
   * @return what the platform gets once the turn is committed: the reply, an empty 200, or a 503.
   *     It may complete on any thread; a failure becomes a 503.
   */
  Future<RawResponse> receive(Channel channel, Inbound inbound, Executor here);
}

package org.lanshao.store;

import java.time.Duration;
import org.lanshao.turn.Nodes;
import org.lanshao.turn.Unavailable;

/** The table {@code node}. */
final class NodeStore implements Nodes {
  private final NodeTable nodes;
  private final Writer writer;

  NodeStore(NodeTable nodes, Writer writer) {
    this.nodes = nodes;
    this.writer = writer;
  }

  @Override
  public boolean announce(String node, boolean shares, Duration lease) throws Unavailable {
    return write(link -> nodes.announce(link, node, shares, lease));
  }

  @Override
  public void leave(String node) throws Unavailable {
    write(link -> nodes.leave(link, node));
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Small<>(false, writing));
  }
}

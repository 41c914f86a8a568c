package org.lanshao.pace;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.SetArgs;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the nodes share through Redis and may lose: buckets, and the word that something is to be
 * sent. Nothing waits for a Redis that is away: calls fail at once, or after a second.
 */
public final class Redis implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final int SCANNED = 1000;
  private static final byte[] NOTHING = {};

  private final RedisClient client;
  private final String prefix;
  private volatile Optional<Connected> connected = Optional.empty();
  private volatile Runnable onWake = () -> {};

  /**
   * It does nothing until it is asked to connect.
   *
   * @param uri {@code redis://…}
   * @param prefix of all keys, so that several installations may share a server
   */
  public Redis(String uri, String prefix) {
    this(uri, prefix, TIMEOUT);
  }

  /**
   * As above.
   *
   * @param patience how long an answer may take before it counts as none
   */
  Redis(String uri, String prefix, Duration patience) {
    var address = RedisURI.create(uri);
    address.setTimeout(patience);
    this.prefix = prefix;
    this.client = RedisClient.create(address);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(patience))
            .build());
  }

  private record Connected(
      StatefulRedisConnection<String, byte[]> commands,
      StatefulRedisPubSubConnection<String, byte[]> heard) {}

  /**
   * Whether this is an address that can be used; what is wrong with it is not told, it is secret.
   */
  public static boolean isAddress(String uri) {
    try {
      RedisURI.create(uri);
      return true;
    } catch (IllegalArgumentException bad) {
      return false;
    }
  }

  /** Runs this, which must only signal, when another node has something to send. */
  public void onWake(Runnable wake) {
    this.onWake = wake;
  }

  /** Tells the other nodes that something is to be sent; does not wait. */
  public void wakeOthers() {
    connected.ifPresent(
        now -> {
          // Whoever is not told looks by itself, later.
          var unused = now.commands().async().publish(prefix + "wake", NOTHING);
        });
  }

  /**
   * Connects if it is not, and asks whether Redis answers.
   *
   * @throws RedisException when it does not
   */
  void ping() {
    if (connected.isEmpty()) {
      connected = Optional.of(connect());
    }
    commands().sync().ping();
  }

  private Connected connect() {
    var codec = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    var commands = client.connect(codec);
    var heard = client.connectPubSub(codec);
    heard.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, byte[] message) {
            onWake.run();
          }
        });
    heard.sync().subscribe(prefix + "wake");
    return new Connected(commands, heard);
  }

  /** The connection for commands. */
  StatefulRedisConnection<String, byte[]> commands() {
    return connected.orElseThrow(() -> new RedisException("not connected")).commands();
  }

  /** A key of this installation. */
  String key(String name) {
    return prefix + "pace:" + name;
  }

  /** Since when all that is sent is known here; from now on, where that was not written. */
  Instant since(Instant now) {
    var sync = commands().sync();
    sync.set(sinceKey(), millis(now), SetArgs.Builder.nx());
    return Instant.ofEpochMilli(
        Long.parseLong(new String(sync.get(sinceKey()), StandardCharsets.UTF_8)));
  }

  /** Forgets all buckets: nobody knows what was sent until now. */
  void forget(Instant now) {
    var sync = commands().sync();
    sync.set(sinceKey(), millis(now));
    var keys = ScanIterator.scan(sync, ScanArgs.Builder.matches(key("*")).limit(SCANNED));
    while (keys.hasNext()) {
      sync.del(keys.next());
    }
  }

  private static byte[] millis(Instant at) {
    return Long.toString(at.toEpochMilli()).getBytes(StandardCharsets.UTF_8);
  }

  private String sinceKey() {
    return prefix + "since";
  }

  /** Closes the connections. */
  @Override
  public void close() {
    client.shutdown(Duration.ZERO, TIMEOUT);
  }
}

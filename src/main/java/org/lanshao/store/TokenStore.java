package org.lanshao.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.lanshao.turn.Tokens;
import org.lanshao.turn.Unavailable;

/** The table {@code token}. */
final class TokenStore implements Tokens {
  private final TokenTable tokens;
  private final Writer writer;
  private final Readers readers;
  private final Clock clock;

  TokenStore(TokenTable tokens, Writer writer, Readers readers, Clock clock) {
    this.tokens = tokens;
    this.writer = writer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public Optional<Kept> token(String name) throws Unavailable {
    return readers.read(link -> tokens.find(link, name));
  }

  @Override
  public boolean reserveToken(String name, Duration lease) throws Unavailable {
    return write(link -> tokens.reserve(link, name, lease));
  }

  @Override
  public void keepToken(String name, Kept token) throws Unavailable {
    write(link -> tokens.keep(link, name, token, clock.instant()));
  }

  @Override
  public void releaseToken(String name) throws Unavailable {
    write(link -> tokens.release(link, name));
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Small<>(false, writing));
  }
}

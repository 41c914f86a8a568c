package org.lanshao.notice;

import java.time.Instant;

/**
 * An earlier warning that one refers to: CAP 1.2 (OASIS) 3.2.1, {@code references}.
 *
 * @param sender as it was written there
 * @param identifier as it was written there
 * @param sent when it was sent
 */
public record Reference(String sender, String identifier, Instant sent) {}

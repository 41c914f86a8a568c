package org.lanshao.turn;

import java.util.Optional;
import java.util.UUID;
import org.lanshao.notice.Notice;

/**
 * A notice as it is kept.
 *
 * @param length how many events it has
 * @param timer what rings when something is due next
 */
public record KeptNotice(Notice notice, long length, Optional<UUID> timer) {}

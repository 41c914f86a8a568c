package org.lanshao.notice;

import java.util.Optional;

/**
 * What an official text says of one kind.
 *
 * @param level which holds from now on; empty only where it ends without naming one
 * @param ends whether it is over
 */
public record Statement(String kind, Optional<Level> level, boolean ends) {}

/** A channel translates between a platform's wire and {@code message}; it does no I/O. */
@NullMarked
package org.lanshao.channel;

import org.jspecify.annotations.NullMarked;

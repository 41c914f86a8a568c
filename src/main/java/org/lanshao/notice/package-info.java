/**
 * Notices: warnings that come in, what becomes of them for each station (sent, held, collected,
 * suppressed), and who has confirmed. Pure.
 */
@NullMarked
package org.lanshao.notice;

import org.jspecify.annotations.NullMarked;

/** Transcripts of conversations talked through against forms, and what they did not show. Pure. */
@NullMarked
package org.lanshao.rehearsal;

import org.jspecify.annotations.NullMarked;

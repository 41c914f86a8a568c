/** Measures, count entries and count queries as values, and the sentences that tell them. Pure. */
@NullMarked
package org.lanshao.count;

import org.jspecify.annotations.NullMarked;

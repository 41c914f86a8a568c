/** Submissions and their revisions: what a submitted form leaves behind. Pure. */
@NullMarked
package org.lanshao.record;

import org.jspecify.annotations.NullMarked;

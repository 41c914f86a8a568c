/** Counts as pictures: what a chart shows, and how it is drawn. */
@NullMarked
package org.lanshao.picture;

import org.jspecify.annotations.NullMarked;

/** How fast messages may leave: the platforms' limits as buckets, of this node or of all. */
@NullMarked
package org.lanshao.pace;

import org.jspecify.annotations.NullMarked;

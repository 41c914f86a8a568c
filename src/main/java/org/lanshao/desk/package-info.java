/** Routes one inbound message and gathers its changes. */
@NullMarked
package org.lanshao.desk;

import org.jspecify.annotations.NullMarked;

/** Outgoing HTTP: sockets, time limits, access tokens. */
@NullMarked
package org.lanshao.transport;

import org.jspecify.annotations.NullMarked;

/** What all channels share: an incoming message, a reply, an outgoing message. Pure. */
@NullMarked
package org.lanshao.message;

import org.jspecify.annotations.NullMarked;

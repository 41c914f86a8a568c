/** The sandbox: a channel for trying, training and tests. */
@NullMarked
package org.lanshao.channel.sandbox;

import org.jspecify.annotations.NullMarked;

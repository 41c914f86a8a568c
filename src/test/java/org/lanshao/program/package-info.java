/**
 * Tests of the whole program from outside: the packaged jar as a child process, real databases, an
 * invented WeCom on loopback. A line of the log at level ERROR that a test did not expect fails it.
 */
@NullMarked
package org.lanshao.program;

import org.jspecify.annotations.NullMarked;

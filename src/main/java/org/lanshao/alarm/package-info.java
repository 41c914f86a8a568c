/** Notices that something is wrong with the running system, and tells those who look after it. */
@NullMarked
package org.lanshao.alarm;

import org.jspecify.annotations.NullMarked;

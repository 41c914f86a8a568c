/**
 * Numbers that leave the desk: reports, bulletins, exports and pictures, what each number is made
 * of, and the watch over those that were handed out.
 */
@NullMarked
package org.lanshao.desk.report;

import org.jspecify.annotations.NullMarked;

/**
 * Households on file at the desk: they are put there, looked at, changed, merged, listed and found
 * overdue, and what reports about them offer to take over.
 */
@NullMarked
package org.lanshao.desk.register;

import org.jspecify.annotations.NullMarked;

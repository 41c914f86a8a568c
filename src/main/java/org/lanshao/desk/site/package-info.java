/**
 * Places that are patrolled: waters, low-lying spots, banks and shelters, as they are said, asked
 * for and taken in from tables.
 */
@NullMarked
package org.lanshao.desk.site;

import org.jspecify.annotations.NullMarked;

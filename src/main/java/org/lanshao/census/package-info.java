/** Reads ledgers: tables of households and their people, as stations keep them. Pure. */
@NullMarked
package org.lanshao.census;

import org.jspecify.annotations.NullMarked;

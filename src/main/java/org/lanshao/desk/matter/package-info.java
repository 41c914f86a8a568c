/**
 * Hazards, relocations, cases and applications, followed from record to record, and who is reminded
 * of them.
 */
@NullMarked
package org.lanshao.desk.matter;

import org.jspecify.annotations.NullMarked;

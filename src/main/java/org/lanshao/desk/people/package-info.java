/**
 * People at the desk: newcomers and changes in who works where, what is handed on with them, duty,
 * and the calling of the roll.
 */
@NullMarked
package org.lanshao.desk.people;

import org.jspecify.annotations.NullMarked;

/** Records: made of forms that were handed in, found again, and revised within what is allowed. */
@NullMarked
package org.lanshao.desk.filing;

import org.jspecify.annotations.NullMarked;

/** Takes changed files of forms and wording into a running desk, or refuses them as a whole. */
@NullMarked
package org.lanshao.publish;

import org.jspecify.annotations.NullMarked;

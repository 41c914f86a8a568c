/** Fetches the pictures and files that people sent, checks what they are and has them kept. */
@NullMarked
package org.lanshao.media;

import org.jspecify.annotations.NullMarked;

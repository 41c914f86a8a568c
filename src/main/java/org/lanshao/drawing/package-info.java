/** Pictures of forms: the way from the first question to the last, as SVG or Mermaid. */
@NullMarked
package org.lanshao.drawing;

import org.jspecify.annotations.NullMarked;

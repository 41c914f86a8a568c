@NullMarked
package org.lanshao.store;

import org.jspecify.annotations.NullMarked;

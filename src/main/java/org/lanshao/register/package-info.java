/**
 * Households, the people in them and the sites that are looked after: who is on file, to what
 * groups they belong, what a name or number means, and how all of it changes. Pure.
 */
@NullMarked
package org.lanshao.register;

import org.jspecify.annotations.NullMarked;

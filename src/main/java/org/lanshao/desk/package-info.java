/**
 * Routes one inbound message, or one look at what is due, to the part that it is for and gathers
 * the changes of its turn. The parts are the packages below; none of them knows this one.
 */
@NullMarked
package org.lanshao.desk;

import org.jspecify.annotations.NullMarked;

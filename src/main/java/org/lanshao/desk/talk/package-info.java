/**
 * What every part of the desk knows: where a conversation stands, what was heard in it and what
 * surrounds it, and what a part may decide: events, a reply and effects. It knows no other part.
 */
@NullMarked
package org.lanshao.desk.talk;

import org.jspecify.annotations.NullMarked;

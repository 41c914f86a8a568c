/**
 * Campaigns: stretches of work in some areas that a warning, a response or a coordinator begins,
 * and that counts are told by. Pure.
 */
@NullMarked
package org.lanshao.campaign;

import org.jspecify.annotations.NullMarked;

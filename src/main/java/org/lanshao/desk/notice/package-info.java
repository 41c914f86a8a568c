/**
 * Warnings, responses and notices at the desk: from what a coordinator says over preview, audience
 * and issue to who confirmed, who did not and what is told then.
 */
@NullMarked
package org.lanshao.desk.notice;

import org.jspecify.annotations.NullMarked;

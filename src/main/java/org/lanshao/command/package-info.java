/** What people can say outside forms, with who may say it. */
@NullMarked
package org.lanshao.command;

import org.jspecify.annotations.NullMarked;

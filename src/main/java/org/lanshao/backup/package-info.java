/** Takes backups of the database and the media, checks them and puts them back. */
@NullMarked
package org.lanshao.backup;

import org.jspecify.annotations.NullMarked;

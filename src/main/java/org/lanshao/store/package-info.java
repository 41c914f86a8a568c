/** The ports of {@code turn} on SQLite and PostgreSQL: writer, migrations, folding of counts. */
@NullMarked
package org.lanshao.store;

import org.jspecify.annotations.NullMarked;

/** Ledgers (台账): records as workbooks. */
@NullMarked
package org.lanshao.ledger;

import org.jspecify.annotations.NullMarked;

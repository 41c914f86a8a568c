package org.lanshao.store;

/**
 * A count that is not what its entries make it.
 *
 * @param where the area, or for what is counted once the area with all that it lies in
 * @param measure as in {@link org.lanshao.count.Entry}
 * @param dimension as there
 * @param value as there
 * @param period a day (20220510), a month (202205) or a year (2022)
 * @param entries what the entries say
 * @param folded what the fold says
 */
public record Difference(
    String where,
    String measure,
    String dimension,
    String value,
    int period,
    long entries,
    long folded) {}

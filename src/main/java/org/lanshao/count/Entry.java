package org.lanshao.count;

/**
 * What one submission adds to one measure: a signed row that is never changed. A correction adds
 * the negatives. Person, area and day stand in the submission.
 *
 * @param measure {@code form.measure}, such as {@code visit.person_times}
 * @param dimension the question it is counted by; empty text for the plain total
 * @param value that question's option id, or yes or no; empty text for the plain total
 * @param subject what is counted once, for distinct measures: the canonical text of the values,
 *     which the store keeps only as a keyed hash; empty text for sums
 * @param amount what to add; for distinct measures 1 or −1
 */
public record Entry(String measure, String dimension, String value, String subject, long amount) {}

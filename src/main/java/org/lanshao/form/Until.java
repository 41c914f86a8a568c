package org.lanshao.form;

/**
 * The day by which a matter is to be followed, as a record answers it.
 *
 * @param question whose answer is the day; when it is not answered nothing is said of one
 * @param deadline whether it is the last day for the whole matter ({@code due}), which stays when
 *     later records say nothing of it; else the day of the next step alone ({@code next})
 */
public record Until(QuestionId question, boolean deadline) {}

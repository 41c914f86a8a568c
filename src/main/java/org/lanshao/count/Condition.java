package org.lanshao.count;

import org.lanshao.form.QuestionId;

/**
 * Only records with this answer count: 其中 防汛.
 *
 * @param question by which the measure is counted too
 * @param value that question's option id, or yes or no
 */
public record Condition(QuestionId question, String value) {}

package org.lanshao.dialogue;

import org.lanshao.form.Wording;
import org.lanshao.reading.Hearing;

/**
 * What a dialogue may look at besides the form.
 *
 * @param hearing what the speaker's words are understood by
 * @param wording the texts of {@link DialogueWords}
 */
public record Context(Hearing hearing, Wording wording) {}

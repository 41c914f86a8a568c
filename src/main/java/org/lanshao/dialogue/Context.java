package org.lanshao.dialogue;

import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Wording;

/**
 * What a dialogue may look at besides the form.
 *
 * @param directory where place names are looked up
 * @param near the speaker's own area, which decides between places of the same name
 * @param wording the texts of {@link DialogueWords}
 */
public record Context(Directory directory, AreaCode near, Wording wording) {}

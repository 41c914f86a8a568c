package org.lanshao.rehearsal;

import java.util.List;
import java.util.function.UnaryOperator;
import org.lanshao.dialogue.Event;
import org.lanshao.directory.Directory;
import org.lanshao.form.Library;

/**
 * Before what conversations are rehearsed.
 *
 * @param library the forms and what the bot says
 * @param directory who and what there is
 * @param stored writes events and reads them back, as a store between two messages would
 */
public record Scenery(Library library, Directory directory, UnaryOperator<List<Event>> stored) {}

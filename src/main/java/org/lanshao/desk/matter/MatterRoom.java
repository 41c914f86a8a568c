package org.lanshao.desk.matter;

import java.time.LocalDate;
import java.util.List;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.turn.Facts;

/**
 * What filings of matters look up.
 *
 * @param forms all current ones: they tell the kinds of matters
 * @param wording in the language of whoever files
 */
public record MatterRoom(
    Facts facts, List<Form> forms, Directory directory, Wording wording, LocalDate today) {}

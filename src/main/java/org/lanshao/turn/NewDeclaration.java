package org.lanshao.turn;

import java.time.Instant;
import org.lanshao.directory.PersonId;
import org.lanshao.season.Declaration;

/**
 * What somebody declares about a season, in the place of what was declared about it and its year.
 *
 * @param by who
 * @param at when
 */
public record NewDeclaration(Declaration declaration, PersonId by, Instant at) {}

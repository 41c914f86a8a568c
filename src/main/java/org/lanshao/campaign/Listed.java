package org.lanshao.campaign;

import java.time.Instant;
import org.lanshao.register.FileNumber;

/**
 * A household that a campaign is to reach.
 *
 * @param campaign its number
 * @param household its number on file
 * @param isFound whether it was found while the campaign ran, and so joined the list
 * @param at since when it is on the list
 */
public record Listed(String campaign, FileNumber household, boolean isFound, Instant at) {}

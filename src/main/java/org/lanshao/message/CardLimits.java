package org.lanshao.message;

/**
 * What a card with buttons may hold. Lengths are in characters as people count them (code points).
 *
 * @param buttons how many at most
 * @param label of a button
 * @param title of the card
 * @param text below the title
 * @param say bytes of UTF-8 of what a button says
 */
public record CardLimits(int buttons, int label, int title, int text, int say) {}

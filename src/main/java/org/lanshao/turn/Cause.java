package org.lanshao.turn;

/**
 * Why a message is sent, in so far as the reason can end before the message has left: a draft, an
 * alert, a notice to be confirmed. Whatever ends it cancels its messages that have not left.
 *
 * @param text unique, fit for a database key: {@code draft:<id>}; it holds no names
 */
public record Cause(String text) {}

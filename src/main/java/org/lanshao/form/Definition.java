package org.lanshao.form;

/**
 * A form exactly as it was when a draft began: the text of its file with the option lists it uses.
 *
 * @param hash SHA-256 over the body, in lower-case hex; a draft names its definition by it
 * @param body what {@link FormReader#read(Definition, Schema)} reads again, the same for ever
 */
public record Definition(String hash, String body) {}

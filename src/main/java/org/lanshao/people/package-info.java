/**
 * What is said about people, duty and groups: commands, who may give them, what they would change,
 * and the word that changes it.
 */
@NullMarked
package org.lanshao.people;

import org.jspecify.annotations.NullMarked;

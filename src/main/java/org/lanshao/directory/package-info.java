/**
 * Areas, people, roles, duty and groups: who speaks, from where, what a place name can mean, and
 * how all of it changes. Pure.
 */
@NullMarked
package org.lanshao.directory;

import org.jspecify.annotations.NullMarked;

/**
 * Areas, people, roles and groups: who speaks, from where, and what a place name can mean. Pure.
 */
@NullMarked
package org.lanshao.directory;

import org.jspecify.annotations.NullMarked;

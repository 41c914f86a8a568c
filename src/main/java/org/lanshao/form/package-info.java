/** The form language: what a form is made of, and how a form file is read and checked. Pure. */
@NullMarked
package org.lanshao.form;

import org.jspecify.annotations.NullMarked;

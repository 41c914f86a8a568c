/**
 * How fast the packaged server is, beside limits that show what the machine can do: written for
 * this project, run by {@code mvn -q -Pbench verify -DskipTests}. {@link org.lanshao.bench.Bench}
 * starts here.
 */
@NullMarked
package org.lanshao.bench;

import org.jspecify.annotations.NullMarked;

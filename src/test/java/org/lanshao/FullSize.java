package org.lanshao;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A test that repeats on the other database what the one beside it does. It runs where all is done,
 * in {@code .ci/run} and with {@code -Deffort=4}; elsewhere it is skipped.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "org.lanshao.Effort#isWhole", disabledReason = "repeats; runs with -Deffort=4")
public @interface FullSize {}

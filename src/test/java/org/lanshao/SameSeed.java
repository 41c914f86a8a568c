package org.lanshao;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Every property gets the same seed in every run, so that the same commit always gives the same
 * result; {@code -Dseed=random} looks elsewhere each time, {@code -Dseed=7} looks there again.
 */
public final class SameSeed implements AroundPropertyHook {
  private static final String SEED = System.getProperty("seed", "1");

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    if (!SEED.equals("random") && context.attributes().seed().isEmpty()) {
      context.attributes().setSeed(SEED);
    }
    return property.execute();
  }
}

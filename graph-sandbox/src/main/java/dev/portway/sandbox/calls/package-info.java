/**
 * The calls this Graph knows, a class for each kind of thing that is called on, and the router that finds the one that is meant. Each says who may
 * call, reads the parameters, has a rule of {@code rules} do it, and shows the answer.
 *
 * <p>Must not know HTTP, faults or quotas.
 */
@NullMarked
package dev.portway.sandbox.calls;

import org.jspecify.annotations.NullMarked;

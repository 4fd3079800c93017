/**
 * How Graph is spoken to, whatever is asked for: a request's one parameter map, {@code fields} and {@code filtering}, pages, nodes read field by
 * field, versions, the error envelope, and what of a call may be looked at.
 *
 * <p>Must not know HTTP, nor any single call.
 */
@NullMarked
package dev.portway.sandbox.wire;

import org.jspecify.annotations.NullMarked;

/**
 * The time a world lives in, and what is due in it.
 */
@NullMarked
package dev.portway.sandbox.time;

import org.jspecify.annotations.NullMarked;

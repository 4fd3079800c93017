/**
 * What nobody outside Meta knows: each unknown with the values it may have, ours, why, and what would settle it.
 */
@NullMarked
package dev.portway.sandbox.switches;

import org.jspecify.annotations.NullMarked;

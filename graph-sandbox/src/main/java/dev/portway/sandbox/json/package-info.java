/** JSON as trees: reading with limits, writing as Graph writes. Knows nothing of Graph's objects. */
@NullMarked
package dev.portway.sandbox.json;

import org.jspecify.annotations.NullMarked;

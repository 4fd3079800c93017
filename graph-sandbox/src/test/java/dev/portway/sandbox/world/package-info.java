/** Tests without HTTP. */
@NullMarked
package dev.portway.sandbox.world;

import org.jspecify.annotations.NullMarked;

/** Tests without HTTP. */
@NullMarked
package dev.portway.sandbox.wire;

import org.jspecify.annotations.NullMarked;

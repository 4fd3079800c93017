/** Tests without HTTP. */
@NullMarked
package dev.portway.sandbox.time;

import org.jspecify.annotations.NullMarked;

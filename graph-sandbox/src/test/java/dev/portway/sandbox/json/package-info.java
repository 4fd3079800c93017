/** Tests without HTTP. */
@NullMarked
package dev.portway.sandbox.json;

import org.jspecify.annotations.NullMarked;

/** Tests without HTTP. */
@NullMarked
package dev.portway.sandbox.rules;

import org.jspecify.annotations.NullMarked;

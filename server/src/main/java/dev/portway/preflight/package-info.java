/** What must be true before a number can move: read from Graph where it can be read, asked of a person where it cannot. Changes nothing. */
@NullMarked
package dev.portway.preflight;

import org.jspecify.annotations.NullMarked;

/**
 * What Graph's errors mean: the table of what was seen or documented, and which row an error matches. It must not know who asked, for an error that a
 * person pasted means the same as one that a call met.
 */
@NullMarked
package dev.portway.graph.meaning;

import org.jspecify.annotations.NullMarked;

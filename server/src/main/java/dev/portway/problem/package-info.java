/**
 * The catalogue of what can stand in the way of a migration, in words that do not change: a stable code, whose move it is, whether trying again
 * helps and when. Knows no Graph, no HTTP, no other package; matching Graph's answers to these rows is done where Graph is spoken to.
 */
@NullMarked
package dev.portway.problem;

import org.jspecify.annotations.NullMarked;

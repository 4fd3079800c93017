/**
 * Finds in the catalogue what somebody has in front of them: a number, a sentence, a whole error that was copied, or words of their own. Asks nobody and
 * keeps nothing, so it works without a server and without a database.
 */
@NullMarked
package dev.portway.explain;

import org.jspecify.annotations.NullMarked;

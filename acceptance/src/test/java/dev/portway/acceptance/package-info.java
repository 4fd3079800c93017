/**
 * Whole journeys from outside, in the field's words, and the rules of the house.
 *
 * <p>Knows Portway only as its users do: the jars as processes, their ports, their pages, the files of the repository. Nothing of the other modules
 * is on the class path.
 */
@NullMarked
package dev.portway.acceptance;

import org.jspecify.annotations.NullMarked;

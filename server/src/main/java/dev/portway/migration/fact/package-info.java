/**
 * What is known about a migration, from whom, since when and how surely: the facts, the values they take, and what checks have found. A fact says nothing
 * of what follows from it, so this must not know what a migration, a step or a route is.
 */
@NullMarked
package dev.portway.migration.fact;

import org.jspecify.annotations.NullMarked;

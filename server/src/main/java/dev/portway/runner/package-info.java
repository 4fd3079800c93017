/**
 * Keeps migrations in PostgreSQL and carries them along their routes: takes a due one, asks its route what is next, has the act carried out, writes
 * down what came of it. Knows nothing of Graph: acts are carried out by whoever offers {@link dev.portway.migration.Hands}.
 */
@NullMarked
package dev.portway.runner;

import org.jspecify.annotations.NullMarked;

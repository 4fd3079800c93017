/**
 * Where a migration stands on its route, why, what may be done next, and what becomes of it by an answer, a word or the time. It runs any route from its
 * steps alone, so it must not know which routes there are.
 */
@NullMarked
package dev.portway.migration.standing;

import org.jspecify.annotations.NullMarked;

/**
 * The heart: what a migration is, which routes there are, where each stands and what may be done next. Pure: it knows no framework, no SQL, no
 * HTTP, no JSON and no clock (the time is always an argument), and no other package but {@code problem}. Others carry out its acts behind
 * {@link dev.portway.migration.Hands} and write down what happened behind {@link dev.portway.migration.Journal}.
 */
@NullMarked
package dev.portway.migration;

import org.jspecify.annotations.NullMarked;

/**
 * The heart: what a migration is, the language its routes are written in, and the ports to the world. Pure: it knows no framework, no SQL, no HTTP, no
 * JSON and no clock (the time is always an argument), and no other package but {@code problem}. Others carry out its acts behind
 * {@link dev.portway.migration.Hands} and write down what happened behind {@link dev.portway.migration.Journal}.
 *
 * <p>What is known of a migration is in {@code fact}. Which routes there are it must not know, they are in {@code route}; nor how it is found out where a
 * migration stands on one, that is in {@code standing}.
 */
@NullMarked
package dev.portway.migration;

import org.jspecify.annotations.NullMarked;

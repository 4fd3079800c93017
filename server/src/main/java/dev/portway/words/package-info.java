/**
 * What Portway says to people, in the three languages it speaks. Bundles are in {@code i18n}: {@code words} names the vocabulary of the heart (steps,
 * statuses, tasks, checks, problems) for every edge, {@code finder} that of the route finder; each edge has a bundle of its own beside them. Must not
 * know what the words are about.
 */
@NullMarked
package dev.portway.words;

import org.jspecify.annotations.NullMarked;

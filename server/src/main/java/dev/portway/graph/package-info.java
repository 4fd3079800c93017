/**
 * Speaks to Meta for a provider: carries out the acts of migrations that are calls of Graph, gives Graph's errors a meaning, and takes in what
 * Graph tells by webhooks. Decides nothing about migrations; what it learns goes back as facts.
 */
@NullMarked
package dev.portway.graph;

import org.jspecify.annotations.NullMarked;

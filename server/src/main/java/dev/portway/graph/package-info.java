/**
 * Speaks to Meta for a provider: carries out the acts of migrations that are calls of Graph, within what Graph lets us ask. What its errors mean is in
 * {@code meaning}, what Graph tells by itself in {@code webhook}. Decides nothing about migrations; what it learns goes back as facts.
 */
@NullMarked
package dev.portway.graph;

import org.jspecify.annotations.NullMarked;

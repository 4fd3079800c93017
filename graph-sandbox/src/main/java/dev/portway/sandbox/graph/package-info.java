/**
 * The way in: takes a {@link dev.portway.sandbox.wire.GraphRequest}, lets a fault strike, spends quota, has the call done that it is about, and
 * writes the answer and the log. Batches and many nodes at once are many requests. Sources: the facts about the wire, observed by running other
 * people's clients against a recording server, and Meta's Graph API pages.
 *
 * <p>Must not know which HTTP server it is behind.
 */
@NullMarked
package dev.portway.sandbox.graph;

import org.jspecify.annotations.NullMarked;

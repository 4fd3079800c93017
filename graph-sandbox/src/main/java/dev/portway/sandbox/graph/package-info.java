/**
 * How Graph says it: paths, parameters, fields, paging, headers, errors. Takes a {@link dev.portway.sandbox.graph.GraphRequest}, finds the
 * call, has the rules do it, and writes the answer. Sources: the facts about the wire, observed by running other people's clients against a
 * recording server, and Meta's Graph API pages.
 *
 * <p>Must not know which HTTP server it is behind.
 */
@NullMarked
package dev.portway.sandbox.graph;

import org.jspecify.annotations.NullMarked;

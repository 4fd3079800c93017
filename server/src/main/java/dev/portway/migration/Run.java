package dev.portway.migration;

/**
 * Names one run of one migration on one node, so that a node that was paused and overtaken can be told from the one that took over.
 *
 * @param owner the node that picked it
 * @param version raised each time it is picked
 */
public record Run(String owner, long version) {}

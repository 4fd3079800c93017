package dev.portway.graphclient.node;

/** How many people a portfolio may write to first in 24 hours. Source: Meta, "Messaging limits", Oct 2025; the odd ones are older. */
public enum MessagingLimit {
    TIER_50, TIER_250, TIER_1K, TIER_2K, TIER_10K, TIER_100K, TIER_UNLIMITED, UNTIERED
}

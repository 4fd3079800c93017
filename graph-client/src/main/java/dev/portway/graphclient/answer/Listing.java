package dev.portway.graphclient.answer;

import java.util.List;

/**
 * A whole list, all its pages.
 *
 * @param pages how many calls it took: each counts against the quota
 */
public record Listing<T>(List<T> items, int pages) {
    public Listing {
        items = List.copyOf(items);
    }
}

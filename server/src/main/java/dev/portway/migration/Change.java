package dev.portway.migration;

import java.util.List;

/** A migration as it is after something happened, and what is to be told of it. Whoever keeps migrations writes both in one transaction. */
public record Change(Migration migration, List<Event> events) {
    public Change {
        events = List.copyOf(events);
    }
}

package dev.portway.runner;

import java.util.List;

/**
 * What one table gets of what {@link Migrations} writes in one statement.
 *
 * @param name of the parameter the rows are bound to, and of the part
 * @param with the text of the part: writes the rows of its parameter if there is a row in {@code written}
 */
record Part(String name, String with, List<?> rows) {
    /** A part that has no rows of its own: it changes the rows that belong to the migration. */
    static Part when(boolean needed, String name, String with) {
        return new Part(name, with, needed ? List.of(true) : List.of());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String text() {
        return name + " as (" + with + ")";
    }

    String json() {
        return AsJson.write(rows);
    }
}

package dev.portway.runner;

import java.util.List;

/**
 * What one table gets of what {@link Migrations} writes in one statement.
 *
 * @param name of the part, and of the parameter that its rows are bound to, if its text has one
 * @param with the text of the part: does nothing unless there is a row in {@code written}
 * @param rows the part is left out when there are none
 */
record Part(String name, String with, List<?> rows) {
    /** A part whose text has no parameter, and that is left out unless needed. */
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

package dev.portway.runner;

import java.util.List;

/**
 * What one table gets of what {@link Migrations} writes in one statement.
 *
 * @param name of the parameter the rows are bound to, and of the part
 * @param with the text of the part: writes the rows of its parameter if there is a row in {@code written}
 */
record Part(String name, String with, List<?> rows) {
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

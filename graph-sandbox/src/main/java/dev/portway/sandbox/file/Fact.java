package dev.portway.sandbox.file;

import dev.portway.sandbox.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing a row says.
 *
 * @param about what it means, for the documentation
 * @param reader null leaves it out of a file
 * @param writer null for what a row is made with and cannot change
 */
record Fact<T>(String name, Shape shape, String about, Reader<T> reader, @Nullable Writer<T> writer) {

    /** Reads it for a file. */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable
        JsonNode read(T node, World world);
    }

    /** Sets it to a value of the right shape. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T node, JsonNode value, World world);
    }
}

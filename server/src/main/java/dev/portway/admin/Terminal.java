package dev.portway.admin;

import dev.portway.migration.fact.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a command is given, and answers.
 *
 * @param out what a script may read: a key, a password, a table
 * @param err what is said to a person beside it
 * @param asking puts a question and takes the answer unseen; null when there is no person, then {@code in} is read
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, @Nullable Function<String, Secret> asking) {

    /** Without a terminal the JDK has no console, or one that is none; which of them differs from release to release. */
    @SuppressWarnings("SystemConsoleNull")
    static Terminal ofProcess() {
        Console console = System.console();
        return new Terminal(System.in, new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                console == null || !console.isTerminal() ? null : question -> asked(console, question));
    }

    List<String> lines() {
        try {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
        } catch (java.io.UncheckedIOException e) {
            throw new Refused(
                    "Standard input cannot be read: " + Optional.ofNullable(e.getCause()).map(IOException::getMessage).orElse(""));
        }
    }

    /** Nothing typed, or the end of the input, is an empty answer. */
    private static Secret asked(Console console, String question) {
        char @Nullable [] typed = console.readPassword("%s", question);
        if (typed == null) {
            return new Secret("");
        }
        var answer = new Secret(new String(typed));
        Arrays.fill(typed, ' ');
        return answer;
    }
}

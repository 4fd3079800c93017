package dev.portway.cli;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is shown. On a terminal with colour and a turning sign; elsewhere plain lines, each once. */
final class Screen {
    private static final String TURNS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    /** Of a paragraph: comfortable to read, and fits a terminal of 80 columns. */
    private static final int WIDTH = 74;
    private static final String CLEAR = "\r\u001b[2K";

    /** What a terminal obeys or that turns text around, but our own colours: some of what is shown was typed by strangers. */
    private static final Pattern ORDERS = Pattern
            .compile("(?!\u001b\\[(?:[0-2]|3[1-6])m)[\\p{Cntrl}\\x80-\\x9f\\u202a-\\u202e\\u2066-\\u2069&&[^\n\t]]");

    private final PrintStream out;
    private final boolean terminal;
    private final boolean colour;
    private final long began = System.nanoTime();
    private int turn;

    Screen(PrintStream out, boolean terminal, boolean colour) {
        this.out = out;
        this.terminal = terminal;
        this.colour = colour;
    }

    static Screen of(PrintStream out, Map<String, String> environment) {
        boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && !"dumb".equals(environment.get("TERM"));
        return new Screen(out, terminal, terminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    boolean isTerminal() {
        return terminal;
    }

    void line(String text) {
        out.println((terminal ? CLEAR : "") + shown(text).stripTrailing());
        out.flush();
    }

    void heading(String text) {
        line("");
        line(paint("1", text));
    }

    void good(String text) {
        line(paint("32", "  ✔ ") + text);
    }

    void bad(String text) {
        line(paint("31", "  ✘ ") + text);
    }

    void open(String text) {
        line(paint("33", "  ? ") + text);
    }

    /** Need not be done. */
    void skipped(String text) {
        line(paint("2", "  – ") + text);
    }

    /** Where it stands now. */
    void here(String text) {
        line(paint("36", "  ▸ ") + paint("1", text));
    }

    /** Still to come. */
    void ahead(String text) {
        line(paint("2", "  · " + text));
    }

    String faint(String text) {
        return text.isEmpty() ? "" : paint("2", text);
    }

    /** A paragraph, indented and broken between words. */
    void wrapped(String text) {
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                line("    " + line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        if (!line.toString().isBlank()) {
            line("    " + line.toString().strip());
        }
    }

    void note(String text) {
        line(paint("2", "    " + text));
    }

    /** The line that goes away: what is waited for, and since when. */
    void waiting(String text) {
        if (terminal) {
            turn = (turn + 1) % TURNS.length();
            out.print(CLEAR + "  " + TURNS.charAt(turn) + " " + fitting(shown(text)) + " " + paint("2", elapsed()));
            out.flush();
        }
    }

    /** A line that breaks could not be taken away again. */
    private static String fitting(String text) {
        return text.length() <= WIDTH - 12 ? text : text.substring(0, WIDTH - 13) + "…";
    }

    String elapsed() {
        return seconds(Duration.ofNanos(System.nanoTime() - began));
    }

    static String seconds(Duration duration) {
        return duration.toMillis() / 1000 + "." + duration.toMillis() % 1000 / 100 + " s";
    }

    /** Columns as wide as their widest cell. */
    void table(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        for (List<String> row : rows) {
            var text = new StringBuilder("  ");
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
                text.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            line(text.toString().stripTrailing());
        }
    }

    static String shown(String text) {
        return ORDERS.matcher(text).replaceAll("\uFFFD");
    }

    /** What a stranger typed, as a part of a line of ours: no colours of ours either, nor a line of its own. */
    static String inOneLine(String text) {
        return shown(text.replace('\u001b', '\uFFFD').replaceAll("[\\n\\t\\u2028\\u2029]", " "));
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

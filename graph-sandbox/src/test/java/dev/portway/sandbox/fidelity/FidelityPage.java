package dev.portway.sandbox.fidelity;

import dev.portway.sandbox.switches.Reasons;
import dev.portway.sandbox.switches.Switch;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page, made of the marks. */
final class FidelityPage {

    /** A behaviour as its test is named, and how surely it is Graph's. */
    record Row(String group, String behaviour, Mark mark) {}

    /** How surely. */
    sealed interface Mark {

        /** A page says so. */
        record Said(Page page, String but) implements Mark {}

        /** It was seen. */
        record Seen(String where) implements Mark {}

        /** A guess. */
        record Guessed(String because, String settledBy) implements Mark {}
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<String> unmarked = new ArrayList<>();

    FidelityPage(List<Class<?>> suites) {
        for (Class<?> suite : suites) {
            Arrays.stream(suite.getDeclaredMethods())
                    .filter(each -> each.getName().contains("_") && !each.isSynthetic())
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(each -> mark(each).ifPresentOrElse(mark -> rows.add(new Row(group(suite), words(each.getName()), mark)),
                            () -> unmarked.add(group(suite) + ": " + words(each.getName()))));
        }
    }

    private static Optional<Mark> mark(Method test) {
        Documented documented = test.getAnnotation(Documented.class);
        Observed observed = test.getAnnotation(Observed.class);
        Assumed assumed = test.getAnnotation(Assumed.class);
        long marks = List.of(test.getAnnotations())
                .stream()
                .filter(each -> List.of(Documented.class, Observed.class, Assumed.class).contains(each.annotationType()))
                .count();
        if (marks > 1) {
            throw new IllegalStateException(test + " has more than one mark; what is surest of it wants a test of its own");
        }
        if (documented != null) {
            return Optional.of(new Mark.Said(documented.page(), documented.but()));
        }
        if (observed != null) {
            return Optional.of(new Mark.Seen(observed.where()));
        }
        return Optional.ofNullable(assumed).map(each -> new Mark.Guessed(each.because(), each.settledBy()));
    }

    private static String group(Class<?> suite) {
        return words(suite.getSimpleName().replaceFirst("Test$", ""));
    }

    /** {@code initiate_isRefusedWhileTwoStepIsOn} → initiate is refused while two step is on. */
    static String words(String name) {
        return name.replace("_", " ").replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ").toLowerCase(Locale.ROOT);
    }

    List<String> unmarked() {
        return List.copyOf(unmarked);
    }

    /** Assumed rows that say no way to know. */
    List<String> guessesNobodyCanSettle() {
        return rows(Mark.Guessed.class).stream()
                .filter(row -> ((Mark.Guessed) row.mark()).settledBy().isBlank())
                .map(Row::behaviour)
                .toList();
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| | |\n|---|---|\n");
        page.append("| documented | ").append(rows(Mark.Said.class).size()).append(" |\n");
        page.append("| observed | ").append(rows(Mark.Seen.class).size()).append(" |\n");
        page.append("| assumed | ").append(rows(Mark.Guessed.class).size()).append(" |\n");
        page.append("| switches, each assumed | ").append(Switch.values().length).append(" |\n");
        page.append("\n## Documented\n\n| About | Behaviour | Page | Read in the copy of |\n|---|---|---|---|\n");
        rows(Mark.Said.class).forEach(row -> page.append(said(row, (Mark.Said) row.mark())));
        page.append("\n## Observed\n\n| About | Behaviour | Where |\n|---|---|---|\n");
        rows(Mark.Seen.class).forEach(row -> page.append(line(row.group(), row.behaviour(), ((Mark.Seen) row.mark()).where())));
        page.append("\n## Assumed\n\n| About | Behaviour | Because | Settled by |\n|---|---|---|---|\n");
        rows(Mark.Guessed.class).forEach(row -> {
            Mark.Guessed guess = (Mark.Guessed) row.mark();
            page.append(line(row.group(), row.behaviour(), guess.because(), guess.settledBy()));
        });
        page.append(SWITCHES);
        Reasons english = Reasons.in("en");
        Arrays.stream(Switch.values())
                .forEach(each -> page
                        .append(line("`" + each.key() + "`", "`" + each.standard() + "`", english.reason(each), english.settledBy(each))));
        return page.toString();
    }

    private List<Row> rows(Class<? extends Mark> kind) {
        return rows.stream().filter(each -> kind.isInstance(each.mark())).toList();
    }

    private static String said(Row row, Mark.Said said) {
        String behaviour = said.but().isEmpty() ? row.behaviour() : row.behaviour() + " (ours: " + said.but() + ")";
        return line(row.group(), behaviour, "`" + said.page().path() + "`", said.page().read());
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells).replace("\n", " ") + " |\n";
    }

    private static final String HEAD = """
            # How far to trust the sandbox

            The sandbox stands for a Graph that none of us runs. This page says of each behaviour how we know that Graph has it too. No call to Meta
            was made to write it. Each row is a test, told by its name.

            - **documented**: a page of Meta's says so; the date is that of the copy that was read.
            - **observed**: seen in answers of Graph that were published, or relied on by clients that work with Graph.
            - **assumed**: a guess, its reason, and what would settle it. Where Portway's way depends on it there is a switch.

            What we believe of Graph beyond the sandbox is in [graph.md](graph.md).

            <!-- From here on generated: ./mvnw test -pl graph-sandbox -am -Dportway.docs=write -->

            """;

    private static final String SWITCHES = """

            ## Switches

            What nobody outside Meta knows and something depends on. `PUT /sandbox/switches` sets another value. Each is settled by seeing Graph do it
            once, with a number and an account of one's own; an issue with the answer, its numbers taken out, is welcome.

            | Switch | Our value | Because | Settled by |
            |---|---|---|---|
            """;
}

package dev.portway.finder;

import dev.portway.GeneratedDoc;
import dev.portway.problem.Party;
import dev.portway.words.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about routes has the table the finder ranks by. */
class FinderDocTest {
    private static final Words ENGLISH = Words.of("words", Locale.ENGLISH);

    @Test
    void table_isThatOfTheCode() {
        new GeneratedDoc("docs/routes.md").part("finder", String.join("\n", ways(), costs(), wishes(), rules()));
    }

    private static String ways() {
        return table("| Way | What it is | Does not fit when | Waits for | What is dark | Work for |",
                Table.rows(), row -> cells("`" + row.way().word() + "`" + (row.way().isDestructive() ? " **destroys**" : ""),
                        ENGLISH.say("way." + row.way().word() + ".title"), outs(row), afters(row),
                        ENGLISH.say("dark." + row.costs().dark().word()),
                        row.costs().work().stream().map(Party::word).collect(Collectors.joining(", "))));
    }

    private static String outs(Row row) {
        return row.outs()
                .entrySet()
                .stream()
                .collect(Collectors.groupingBy(out -> out.getKey().topic(), java.util.TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(topic -> "`" + topic.getKey().word() + "` is " + topic.getValue()
                        .stream()
                        .map(out -> out.getKey().word())
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String afters(Row row) {
        return row.afters().values().stream().distinct().map(condition -> "`" + condition.word() + "`").collect(Collectors.joining(", "));
    }

    private static String costs() {
        String head = "| What hangs on it | "
                + Table.rows().stream().map(row -> "`" + row.way().word() + "`").collect(Collectors.joining(" | "))
                + " |";
        return table(head, Arrays.asList(Asset.values()), asset -> cells(Stream
                .concat(Stream.of(ENGLISH.say("asset." + asset.word())), Table.rows().stream().map(row -> fate(row, asset)))
                .toArray(String[]::new)));
    }

    private static String fate(Row row, Asset asset) {
        return String.valueOf(row.costs().fates().get(asset)).toLowerCase(Locale.ROOT);
    }

    private static String wishes() {
        return table("| What is wanted | The ways that serve it, the best first |", Topic.WISH.choices(),
                wish -> cells(ENGLISH.say("answer.wish." + wish.word()),
                        Preference.serving(wish).stream().map(way -> "`" + way.word() + "`").collect(Collectors.joining(", "))));
    }

    private static String rules() {
        return table("| Way | How surely we know | From | Decided by |", Table.rows(),
                row -> cells("`" + row.way().word() + "`", row.rule().sureness().word().replace('-', ' '), row.rule().source(),
                        row.rule().decidedBy().map(topic -> "`" + topic.word() + "`").orElse("")));
    }

    private static <T> String table(String head, Collection<T> rows, Function<T, String> row) {
        String line = "|" + "---|".repeat((int) head.chars().filter(each -> each == '|').count() - 1);
        return head + "\n" + line + "\n" + rows.stream().map(row).map(cells -> "| " + cells + " |\n").collect(Collectors.joining());
    }

    private static String cells(String... cells) {
        return String.join(" | ", cells);
    }
}

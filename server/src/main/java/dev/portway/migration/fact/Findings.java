package dev.portway.migration.fact;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the checks saw, in the order they are shown.
 *
 * @param pause how long Graph told us to keep away from what could not be read; empty when it told nothing
 */
public record Findings(List<Finding> all, Optional<Duration> pause) {
    /** Part of what the checks look for could not be read just now: looked at again about as soon as Graph's troubles usually pass. */
    public static final Duration UNTIL_GRAPH_ANSWERS = Duration.ofSeconds(30);
    /** Troubles that last: each look costs calls that others may need, and nobody loses more than this once they are over. */
    static final Duration SELDOMEST = Duration.ofMinutes(15);

    public Findings {
        all = List.copyOf(all);
    }

    /** Of looks that Graph did not turn away. */
    public Findings(List<Finding> all) {
        this(all, Optional.empty());
    }

    /** The first one the migration waits for. What fails comes before what is merely unknown. */
    public Optional<Finding> blocking() {
        return all.stream()
                .filter(finding -> finding.verdict() == Finding.Verdict.FAILS)
                .findFirst()
                .or(() -> all.stream().filter(Finding::blocks).findFirst());
    }

    /** Whether what the migration waits for was not seen to be wrong, but not seen at all. */
    public boolean blockedUnseen() {
        return blocking().filter(finding -> finding.verdict() == Finding.Verdict.UNKNOWN).isPresent();
    }

    /** What nobody could see and somebody may be asked about: because it stands in the way, or because a word about it is welcome. */
    public List<Finding> unseen() {
        return all.stream()
                .filter(finding -> finding.verdict() == Finding.Verdict.UNKNOWN && !finding.passes())
                .filter(finding -> finding.blocks() || Statement.isWelcome(finding.check()))
                .toList();
    }

    /** Whether this check was seen not to hold, of this number or of all they share. What could not be seen is no reason to doubt it. */
    public boolean seesAmiss(String check, @Nullable PhoneNumber number) {
        return all.stream()
                .filter(finding -> finding.check().equals(check) && Objects.equals(finding.number().orElse(null), number))
                .anyMatch(finding -> finding.verdict() == Finding.Verdict.WARNS || finding.verdict() == Finding.Verdict.FAILS);
    }

    /** Whether nothing stands in the way. */
    public boolean clear() {
        return blocking().isEmpty() && !passing();
    }

    /** Whether some of it will be known once Graph answers again. */
    public boolean passing() {
        return hidden().isPresent();
    }

    /** The first one that Graph does not show just now. */
    public Optional<Finding> hidden() {
        return all.stream().filter(Finding::passes).findFirst();
    }

    /** When another look may see what this one could not; empty when time alone changes nothing. */
    public Optional<Duration> again() {
        return again(1);
    }

    /**
     * The same after so many looks that saw no more than the first: seldomer and seldomer, and not before Graph lets us.
     *
     * @param looks 1 for the first
     */
    public Optional<Duration> again(int looks) {
        Duration patience = Pace.growing(UNTIL_GRAPH_ANSWERS, SELDOMEST, looks);
        return passing() ? Optional.of(pause.filter(told -> told.compareTo(patience) > 0).orElse(patience)) : Optional.empty();
    }

    /**
     * Whether nothing is new but the time, or how much of it Graph shows just now: such a look is no news. What is seen at last is news once nothing is
     * hidden any more, or as soon as it stands in the way.
     */
    public boolean sayTheSame(Findings before) {
        return all.size() == before.all.size()
                && clear() == before.clear()
                && blocking().isPresent() == before.blocking().isPresent()
                && blocking().stream().allMatch(one -> before.blocking().filter(one::isAboutTheSame).isPresent())
                && IntStream.range(0, all.size()).allMatch(i -> all.get(i).saysTheSame(before.all.get(i)) || hidden(before, i));
    }

    private boolean hidden(Findings before, int i) {
        return all.get(i).passes() || before.all.get(i).passes();
    }
}

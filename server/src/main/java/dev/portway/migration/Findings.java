package dev.portway.migration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the checks saw, in the order they are shown. */
public record Findings(List<Finding> all) {
    /** Part of what the checks look for could not be read just now: looked at again about as soon as Graph's troubles usually pass. */
    public static final Duration UNTIL_GRAPH_ANSWERS = Duration.ofSeconds(30);

    public Findings {
        all = List.copyOf(all);
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

    /** Whether nothing stands in the way. */
    public boolean clear() {
        return blocking().isEmpty() && !passing();
    }

    /** Whether some of it will be known once Graph answers again. */
    public boolean passing() {
        return all.stream().anyMatch(Finding::passes);
    }

    /** When another look may see what this one could not; empty when time alone changes nothing. */
    public Optional<Duration> again() {
        return passing() ? Optional.of(UNTIL_GRAPH_ANSWERS) : Optional.empty();
    }

    /** Whether nothing is new but the time: such a look is no news. */
    boolean sayTheSame(Findings before) {
        return all.size() == before.all.size() && IntStream.range(0, all.size()).allMatch(i -> all.get(i).saysTheSame(before.all.get(i)));
    }
}

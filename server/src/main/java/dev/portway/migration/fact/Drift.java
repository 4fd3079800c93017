package dev.portway.migration.fact;

import dev.portway.problem.Party;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How what is seen now differs from what was seen when the checks held. What cannot be read has not drifted.
 *
 * @param differences in the order the checks are shown
 * @param unread ids of checks that saw something then and could not look now
 */
public record Drift(List<Difference> differences, List<String> unread) {
    public static final Drift NONE = new Drift(List.of(), List.of());

    public Drift {
        differences = List.copyOf(differences);
        unread = List.copyOf(unread);
    }

    /**
     * One thing that is no longer as it was.
     *
     * @param check the check that saw it, {@code two-step-off}; {@code templates} for a message template
     * @param number the number it is about; empty when it is about a WABA
     * @param about the template, with its language; empty for a check
     * @param was what was seen then, in Graph's words or in short ones of ours
     * @param is what is seen now
     * @param seen when it was first seen like this
     * @param owner whose move it is
     * @param stops whether it must be put right: nobody's word lets it pass
     */
    public record Difference(String check, Optional<PhoneNumber> number, String about, String was, String is, Instant seen, Party owner,
            boolean stops) {
        boolean isAboutTheSame(Difference other) {
            return check.equals(other.check) && number.equals(other.number) && about.equals(other.about);
        }

        /** The same, whenever it was seen. */
        boolean saysTheSame(Difference other) {
            return new Difference(other.check, other.number, other.about, other.was, other.is, seen, other.owner, other.stops).equals(this);
        }
    }

    /**
     * With the instants of before where nothing is new about a difference but the look.
     *
     * @param soonSeen checks that cannot be looked at for a while: what was different there is held to be so still
     */
    public Drift since(Drift before, Set<String> soonSeen) {
        Stream<Difference> now = differences.stream()
                .map(one -> before.differences.stream().filter(one::saysTheSame).findFirst().orElse(one));
        Stream<Difference> still = before.differences.stream()
                .filter(one -> soonSeen.contains(one.check) && differences.stream().noneMatch(one::isAboutTheSame));
        return new Drift(Stream.concat(now, still).toList(), unread);
    }

    /** What nobody has accepted as it is, what must be put right first. */
    public List<Difference> open(Optional<Drift> accepted) {
        List<Difference> let = accepted.map(Drift::differences).orElse(List.of());
        return differences.stream()
                .filter(one -> one.stops || !let.contains(one))
                .sorted((one, other) -> Boolean.compare(other.stops, one.stops))
                .toList();
    }

    /** Names exactly these differences: who accepts a list accepts no other. */
    public String mark() {
        return "%08x".formatted(differences.stream()
                .map(one -> List.of(one.check, one.number.map(PhoneNumber::e164).orElse(""), one.about, one.was, one.is,
                        one.seen.toString()))
                .toList()
                .hashCode());
    }

    /** As events and pages put it. */
    @Override
    public String toString() {
        return "differences: " + differences.size();
    }
}

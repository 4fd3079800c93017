package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import java.util.function.Supplier;

/** How it is found out whether an effect that nobody answered for took place. */
public sealed interface Doubt {
    /** Look: the read learns a yes/no fact that says whether the effect took place. */
    record Look(Supplier<Act> read, Fact<Boolean> shows) implements Doubt {}

    /** Nothing shows it but a person: whoever answers the next question says it, or asks for another try. */
    record AskPerson(String why) implements Doubt {}

    /** Doing it twice is the same as doing it once. */
    record SafeToRepeat(String why) implements Doubt {}

    /** It cannot be known and cannot be repeated: a person begins the passage again. */
    record StartOver(String why) implements Doubt {}
}

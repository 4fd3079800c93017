package dev.portway.finder;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** For how long the number is expected not to send. */
public enum Dark {
    NOTHING(Optional.of(Duration.ZERO)),
    /** Around {@code register}. Assumed: a minute at most, because Meta calls it instantaneous and names no bound. */
    SECONDS(Optional.of(Duration.ofMinutes(1))),
    /** Meta contradicts itself: perhaps from the end of sign-up until {@code register}. */
    SECONDS_OR_FROM_FINISH(Optional.empty()),
    /** While Meta moves the numbers: no bound is published. */
    AT_RESUME(Optional.empty()),
    /** From the client's click until the first of the month after the line is shared: the calendar says when that is. */
    UNTIL_THE_FIRST(Optional.empty()),
    /** From leaving until the name is reviewed and the number registered again. */
    FROM_LEAVING(Optional.empty()),
    /** As the other provider does it. */
    THEIRS(Optional.empty()),
    /** It does not send by the API yet. */
    NOT_SENDING_YET(Optional.of(Duration.ZERO));

    private final Optional<Duration> most;

    Dark(Optional<Duration> most) {
        this.most = most;
    }

    /** Empty: not known. */
    public Optional<Duration> most() {
        return most;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

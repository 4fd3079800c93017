package dev.portway.problem;

import java.time.Duration;

/**
 * One row of the catalogue.
 *
 * @param code stable, lower case with hyphens; the message keys {@code problem.<code>.title} and {@code .remedy} belong to it
 * @param owner whose move it is
 * @param retry whether the same call may be made again
 * @param pause how long to wait before the next try; zero when the row names none
 */
public record Problem(String code, Party owner, Retry retry, Duration pause) {
    public Problem {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("A problem code is lower case words with hyphens, not \"" + code + "\"");
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("A wait cannot be negative: " + pause);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}

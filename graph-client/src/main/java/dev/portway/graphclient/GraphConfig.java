package dev.portway.graphclient;

import dev.portway.graphclient.value.GraphVersion;
import java.net.URI;
import java.time.Duration;

/**
 * Where Graph is and how long to wait for it.
 *
 * @param baseUri scheme, host, port and perhaps a path, without version: {@code https://graph.facebook.com}. Plain {@code http} is taken as
 *        it is: it shows tokens to everyone on the way and is for a sandbox on the same machine
 * @param connectTimeout until the connection stands
 * @param answerTimeout from the call until the first bytes of the answer
 * @param totalTimeout from the call until the last byte of the answer. Once it is over nothing of the call is still under way here
 * @param userAgent how we introduce ourselves
 */
public record GraphConfig(
        URI baseUri,
        GraphVersion version,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration totalTimeout,
        String userAgent) {
    public static final URI META = URI.create("https://graph.facebook.com");

    /**
     * The most we read of one answer, in bytes. A page of 100 templates stays under 1 MiB; an answer without end must not fill the memory.
     */
    public static final int ANSWER_LIMIT = 8 * 1024 * 1024;

    /** At 100 a page far above what Graph holds for one WABA: 6,000 templates, 1,200 numbers. */
    public static final int PAGE_LIMIT = 200;

    public GraphConfig {
        String scheme = String.valueOf(baseUri.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("base URI must be http or https: " + baseUri);
        }
        if (baseUri.getHost() == null || baseUri.getRawQuery() != null || baseUri.getRawFragment() != null
                || baseUri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("base URI must be a host, perhaps with port and path, and nothing else");
        }
        if (baseUri.getRawPath().endsWith("/")) {
            baseUri = URI.create(baseUri.toString().replaceAll("/+$", ""));
        }
        positive("connect timeout", connectTimeout);
        positive("answer timeout", answerTimeout);
        positive("total timeout", totalTimeout);
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("user agent must be printable ASCII");
        }
    }

    /** Connect 5 s, answer 35 s (Graph gives up on its own side at 30 s: Meta, "Template migration", 14 Nov 2025), total 40 s. */
    public static GraphConfig of(URI baseUri, GraphVersion version) {
        return new GraphConfig(baseUri, version, Duration.ofSeconds(5), Duration.ofSeconds(35), Duration.ofSeconds(40),
                "portway-graph-client");
    }

    /** Meta itself, in the current version. */
    public static GraphConfig meta() {
        return of(META, GraphVersion.CURRENT);
    }

    public GraphConfig withTimeouts(Duration connect, Duration answer, Duration total) {
        return new GraphConfig(baseUri, version, connect, answer, total, userAgent);
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing: " + duration);
        }
    }
}

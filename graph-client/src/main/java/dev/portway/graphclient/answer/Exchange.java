package dev.portway.graphclient.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said, for the record: secrets are taken out, lengths are limited, so it may be stored and shown to operators.
 *
 * @param method {@code GET}, {@code POST} or {@code DELETE}
 * @param path from the version on: {@code /v26.0/106540352242922/register}
 * @param parameters of query and body, redacted; lists and objects as JSON
 * @param status 0: no answer
 * @param answer the body of the answer, redacted, at most {@link #BODY_LIMIT} characters; null: no answer
 * @param traceId of the answer, from its error or its headers
 * @param millis from before the call to its end, waiting for a connection included
 * @param usage what the answer said about quotas
 */
public record Exchange(
        String method,
        String path,
        Map<String, String> parameters,
        int status,
        @Nullable String answer,
        @Nullable String traceId,
        long millis,
        Usage usage) {
    /** In characters. An error has about 500; a page of templates can have a million, of which the beginning is record enough. */
    public static final int BODY_LIMIT = 16_384;

    public Exchange {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Short: parameters and answer are for the record, not for logs. */
    @Override
    public String toString() {
        return method + " " + path + " " + (status == 0 ? "no answer" : status) + " in " + millis + " ms, trace=" + traceId;
    }
}

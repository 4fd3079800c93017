package dev.portway.graphclient;

import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.Exchange;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Trouble;
import dev.portway.graphclient.answer.Unreachable;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list to its end, or not at all.
 *
 * <p>Graph's {@code paging.next} is an absolute address with the token in it. Only its parameters are taken, only when it names our own host,
 * and never its credentials; each page is asked of the same path as the first. Where it names another host (a gateway in between) the cursor
 * is used instead. The last page has no {@code next}, though it still has a cursor: asking on past it would never end.
 */
final class Pages<T> {
    /** Graph takes 1 to 100. Source: Meta's OpenAPI file v23. */
    private static final int PAGE_SIZE = 100;

    /** Cursor no longer valid: begin again without one. Since v24. Source: Meta, "Error codes", 18 Jun 2026. */
    private static final int INVALID_CURSOR = 131059;

    private static final Set<String> CREDENTIALS = Set.of("access_token", "appsecret_proof");

    private record Page<T>(List<T> items, @Nullable String next, @Nullable String after) {}

    private final GraphLine line;
    private final Call first;
    private final Function<Fields, T> item;
    private final int atMost;

    private List<T> items = new ArrayList<>();
    private Set<Map<String, Object>> asked = new HashSet<>();
    private int calls;
    private boolean begunAgain;

    private Pages(GraphLine line, Call first, Function<Fields, T> item, int atMost) {
        this.line = line;
        this.first = first;
        this.item = item;
        this.atMost = atMost;
    }

    /** All of it: a list whose end is not reached is no answer. */
    static <T> ReadResult<Listing<T>> all(GraphLine line, Call call, Function<Fields, T> item) {
        return new Pages<>(line, call.with("limit", PAGE_SIZE), item, Integer.MAX_VALUE).read();
    }

    /** The first so many of it. */
    static <T> ReadResult<Listing<T>> first(int atMost, GraphLine line, Call call, Function<Fields, T> item) {
        return new Pages<>(line, call.with("limit", Math.min(atMost, PAGE_SIZE)), item, atMost).read();
    }

    private ReadResult<Listing<T>> read() {
        Call call = first;
        while (true) {
            ReadResult<Page<T>> result = line.read(call, this::page);
            calls++;
            switch (result) {
                case Answered<Page<T>>(Page<T> page, Exchange exchange) -> {
                    items.addAll(page.items());
                    if (page.next() == null || items.size() >= atMost) {
                        return new Answered<>(new Listing<>(items.subList(0, Math.min(items.size(), atMost)), calls), exchange);
                    }
                    Map<String, Object> next = next(page);
                    if (next == null || calls >= GraphConfig.PAGE_LIMIT || !asked.add(next)) {
                        return new Unreachable<>(Trouble.LIST_WITHOUT_END, "after " + calls + " pages", exchange);
                    }
                    call = first.withOnly(next);
                }
                case Refused<Page<T>>(GraphError error, Exchange exchange) -> {
                    if (error.code() != INVALID_CURSOR || begunAgain || asked.isEmpty()) {
                        return new Refused<>(error, exchange);
                    }
                    beginAgain();
                    call = first;
                }
                case Unreachable<Page<T>>(Trouble trouble, String detail, Exchange exchange) -> {
                    return new Unreachable<>(trouble, detail, exchange);
                }
            }
        }
    }

    private void beginAgain() {
        begunAgain = true;
        items = new ArrayList<>();
        asked = new HashSet<>();
    }

    private Page<T> page(Fields answer) {
        if (!answer.isList("data")) {
            throw new NotUnderstood("no data");
        }
        Fields paging = answer.child("paging");
        Fields cursors = paging == null ? null : paging.child("cursors");
        return new Page<>(answer.list("data", item), paging == null ? null : paging.text("next"),
                cursors == null ? null : cursors.text("after"));
    }

    /** Null: there is a next page, and no way to it that we take. */
    private @Nullable Map<String, Object> next(Page<T> page) {
        URI next = address(String.valueOf(page.next()));
        if (next != null && sameHost(next, line.config().baseUri()) && next.getRawQuery() != null) {
            return parameters(next.getRawQuery());
        }
        return page.after() == null ? null : first.with("after", page.after()).parameters();
    }

    private static @Nullable URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean sameHost(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static Map<String, Object> parameters(String query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty() && !CREDENTIALS.contains(name)) {
                parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

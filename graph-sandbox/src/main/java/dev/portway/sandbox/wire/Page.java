package dev.portway.sandbox.wire;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a list. Documented: {@code paging.cursors}, {@code next} absent on the last page. Observed: {@code next} is absolute, carries the
 * token, and a client may ask past the end, which must give an empty list without cursors or the client loops for ever.
 */
public final class Page {

    private static final int STANDARD = 25;

    private Page() {}

    /** What is asked for: the parameters, and where the links to its neighbours lead. */
    private record Asked(Params params, String url, String query) {}

    /** The page that the parameters ask for; {@code most} is the greatest limit. */
    public static <T> ObjectNode of(List<T> all, Ask ask, int most, Function<T, String> id, Function<T, JsonNode> show) {
        String query = ask.params()
                .all()
                .keySet()
                .stream()
                .sorted()
                .filter(name -> !name.equals("after") && !name.equals("before") && !name.equals("access_token"))
                .map(name -> "&" + encoded(name) + "=" + encoded(ask.params().text(name).orElse("")))
                .collect(Collectors.joining());
        return of(all, new Asked(ask.params(), ask.request.origin() + ask.request.path(), token(ask) + query), most, id, show);
    }

    private static String token(Ask ask) {
        return "access_token=" + encoded(ask.token.value);
    }

    private static <T> ObjectNode of(List<T> all, Asked asked, int most, Function<T, String> id, Function<T, JsonNode> show) {
        Params params = asked.params();
        int limit = params.number("limit", STANDARD, 1, most);
        int from = 0;
        int to = Math.min(all.size(), limit);
        if (params.has("after")) {
            from = position(all, id, params.required("after")) + 1;
            to = Math.min(all.size(), from + limit);
        } else if (params.has("before")) {
            to = position(all, id, params.required("before"));
            from = Math.max(0, to - limit);
        }
        ObjectNode page = Json.object();
        var data = page.putArray("data");
        all.subList(from, to).forEach(item -> data.add(show.apply(item)));
        if (from < to) {
            link(page, asked, new Ends(id.apply(all.get(from)), id.apply(all.get(to - 1)), from > 0, to < all.size()));
        }
        if (params.has("summary") && !params.required("summary").equals("false")) {
            page.putObject("summary").put("total_count", all.size());
        }
        return page;
    }

    /** Ids of a page, and whether there are pages before and after it. */
    private record Ends(String first, String last, boolean fewer, boolean more) {}

    private static void link(ObjectNode page, Asked asked, Ends ends) {
        ObjectNode paging = page.putObject("paging");
        paging.putObject("cursors").put("before", cursor(ends.first())).put("after", cursor(ends.last()));
        if (ends.more()) {
            paging.put("next", link(asked, "after", ends.last()));
        }
        if (ends.fewer()) {
            paging.put("previous", link(asked, "before", ends.first()));
        }
    }

    private static String link(Asked asked, String direction, String id) {
        return asked.url() + "?" + asked.query() + "&" + direction + "=" + encoded(cursor(id));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("c:" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Documented for v24 and later: 131059; assumed for all. */
    private static <T> int position(List<T> all, Function<T, String> id, String cursor) {
        String wanted = idOf(cursor);
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(wanted)) {
                return i;
            }
        }
        throw ErrorRow.CURSOR_INVALID.refused();
    }

    private static String idOf(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith("c:")) {
                return text.substring(2);
            }
        } catch (IllegalArgumentException notOurs) {
            throw ErrorRow.CURSOR_INVALID.refused();
        }
        throw ErrorRow.CURSOR_INVALID.refused();
    }
}

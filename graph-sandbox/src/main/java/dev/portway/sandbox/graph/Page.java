package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.ErrorRow;
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

    /** The page that the parameters ask for; {@code most} is the greatest limit. */
    static <T> ObjectNode of(List<T> all, Ask ask, int most, Function<T, String> id, Function<T, JsonNode> show) {
        Params params = ask.params();
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
        return page(all.subList(from, to), new Neighbours(from > 0, to < all.size()), ask, id, show);
    }

    private record Neighbours(boolean before, boolean after) {}

    private static <T> ObjectNode page(List<T> items, Neighbours more, Ask ask, Function<T, String> id, Function<T, JsonNode> show) {
        ObjectNode page = Json.object();
        var data = page.putArray("data");
        items.forEach(item -> data.add(show.apply(item)));
        if (items.isEmpty()) {
            return page;
        }
        String first = cursor(id.apply(items.getFirst()));
        String last = cursor(id.apply(items.getLast()));
        ObjectNode paging = page.putObject("paging");
        paging.putObject("cursors").put("before", first).put("after", last);
        if (more.after()) {
            paging.put("next", link(ask, "after", last));
        }
        if (more.before()) {
            paging.put("previous", link(ask, "before", first));
        }
        return page;
    }

    private static String link(Ask ask, String direction, String cursor) {
        GraphRequest request = ask.request;
        String query = ask.params()
                .all()
                .keySet()
                .stream()
                .sorted()
                .filter(name -> !name.equals("after") && !name.equals("before") && !name.equals("access_token"))
                .map(name -> encoded(name) + "=" + encoded(ask.params().text(name).orElse("")))
                .collect(Collectors.joining("&"));
        return request.origin() + request.path() + "?access_token=" + encoded(ask.token.value) + (query.isEmpty() ? "" : "&" + query) + "&"
                + direction + "=" + encoded(cursor);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("c:" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Documented for v24 and later: 131059; assumed for all. */
    private static <T> int position(List<T> all, Function<T, String> id, String cursor) {
        for (int i = 0; i < all.size(); i++) {
            if (cursor(id.apply(all.get(i))).equals(cursor)) {
                return i;
            }
        }
        throw ErrorRow.CURSOR_INVALID.refused();
    }
}

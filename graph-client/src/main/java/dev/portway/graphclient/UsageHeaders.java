package dev.portway.graphclient;

import dev.portway.graphclient.answer.Usage;
import dev.portway.graphclient.answer.Usage.BusinessUse;
import dev.portway.graphclient.answer.Usage.Load;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the quota headers. What cannot be read says nothing: a quota is never worth losing an answer for. */
final class UsageHeaders {
    private UsageHeaders() {}

    static Usage read(HttpHeaders headers) {
        List<BusinessUse> business = business(tree(headers, "x-business-use-case-usage"));
        JsonNode app = tree(headers, "x-app-usage");
        return business.isEmpty() && app == null ? Usage.UNKNOWN : new Usage(business, app == null ? null : load(new Fields(app)));
    }

    private static List<BusinessUse> business(@Nullable JsonNode tree) {
        List<BusinessUse> uses = new ArrayList<>();
        if (tree != null) {
            for (var entry : tree.properties()) {
                Fields whole = new Fields(tree);
                uses.addAll(whole.list(entry.getKey(), use -> use(entry.getKey(), use)));
            }
        }
        return uses;
    }

    private static BusinessUse use(String id, Fields use) {
        String type = use.text("type");
        return new BusinessUse(id, type == null ? "" : type, load(use), Math.max(0, use.number("estimated_time_to_regain_access", 0)));
    }

    private static Load load(Fields load) {
        return new Load(load.number("call_count", 0), load.number("total_cputime", 0), load.number("total_time", 0));
    }

    private static @Nullable JsonNode tree(HttpHeaders headers, String name) {
        JsonNode tree = headers.firstValue(name).map(Json::parse).orElse(null);
        return tree == null || !tree.isObject() ? null : tree;
    }
}

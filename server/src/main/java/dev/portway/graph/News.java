package dev.portway.graph;

import dev.portway.migration.PhoneNumber;
import dev.portway.migration.WabaId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That something changed, and about what. What it means is found out by looking, so nothing else of a webhook is believed.
 *
 * @param about field and event: {@code security:PIN_REQUEST_SUCCESS}
 */
record News(Optional<PhoneNumber> number, Optional<WabaId> waba, String about) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 100;

    /** Each different piece once. What is not a webhook of Graph holds no news. */
    static Set<News> in(byte[] body) {
        var news = new LinkedHashSet<News>();
        for (JsonNode entry : tree(body).path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                news.add(of(entry, change));
            }
        }
        return news;
    }

    /** Events about partners carry the id of a business portfolio where others carry the WABA's: theirs is inside. */
    private static News of(JsonNode entry, JsonNode change) {
        JsonNode value = change.path("value");
        String event = text(value.path("event"));
        String about = text(change.path("field")) + (event.isEmpty() ? "" : ":" + event);
        String waba = text(value.path("waba_info").path("waba_id"));
        return new News(number(value), waba(waba.isEmpty() ? text(entry.path("id")) : waba),
                about.substring(0, Math.min(about.length(), LONGEST)));
    }

    private static Optional<PhoneNumber> number(JsonNode value) {
        String shown = text(value.path("display_phone_number")) + text(value.path("metadata").path("display_phone_number"));
        String digits = shown.replaceAll("[^0-9]", "");
        return digits.matches("[1-9][0-9]{7,14}") ? Optional.of(new PhoneNumber("+" + digits)) : Optional.empty();
    }

    private static Optional<WabaId> waba(String id) {
        return id.matches("[0-9]{5,25}") ? Optional.of(new WabaId(id)) : Optional.empty();
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString().replace("\0", "") : "";
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}

package dev.portway.runner;

import dev.portway.migration.Order;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Orders and facts as JSON. What an older version wrote and this one does not know is left alone. */
final class AsJson {
    static final ObjectMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private AsJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Order order(String json) {
        return JSON.readValue(json, Order.class);
    }
}

package dev.portway.asset;

import dev.portway.graphclient.node.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enough of a template to see whether it is still the same.
 *
 * @param status as Graph wrote it; empty when it was not shown
 * @param content a digest of its components and category
 */
public record TemplateMark(String name, String language, String status, String content) {
    private static final JsonMapper JSON = new JsonMapper();
    /** Assumed: an example of a picture is shown by an address that Graph signs anew for each answer. */
    private static final String EXAMPLES = "example";
    private static final int SIXTEEN_DIGITS = 8;

    public static TemplateMark of(Template template) {
        String category = template.category() == null ? "" : template.category().text();
        return new TemplateMark(template.name(), template.language(), template.status() == null ? "" : template.status().text(),
                digest(category + without(JSON.readTree(template.components()))));
    }

    private static JsonNode without(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            fields.remove(EXAMPLES);
        }
        node.forEach(TemplateMark::without);
        return node;
    }

    private static String digest(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, SIXTEEN_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java comes with SHA-256", e);
        }
    }
}

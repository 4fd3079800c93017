package dev.portway.graphclient.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of copying templates.
 *
 * @param copied ids. Meta does not say whether of the originals or of the copies: match by name and language afterwards
 * @param failed id to reason, in Meta's words
 */
public record TemplateCopies(List<String> copied, Map<String, String> failed) {
    public TemplateCopies {
        copied = List.copyOf(copied);
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }
}

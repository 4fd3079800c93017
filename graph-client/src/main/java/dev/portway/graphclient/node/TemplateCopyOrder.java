package dev.portway.graphclient.node;

import dev.portway.graphclient.value.TemplateId;
import dev.portway.graphclient.value.WabaId;
import java.util.List;

/**
 * Which templates to copy from another WABA of the same business.
 *
 * <p>Source: Meta, "Template migration", 14 Nov 2025. Only {@code APPROVED} ones of quality {@code GREEN} or {@code UNKNOWN} are taken. Sets
 * can be asked for side by side.
 *
 * @param page which set, from 0
 * @param count how many in a set, 1 to 500; fewer when a call runs into Graph's own 30 seconds
 * @param only these; empty: all
 */
public record TemplateCopyOrder(WabaId source, int page, int count, List<TemplateId> only) {
    /** Formerly 2,500. Source: Meta, "Template migration", 14 Nov 2025. */
    public static final int MAX_COUNT = 500;

    public TemplateCopyOrder {
        if (page < 0) {
            throw new IllegalArgumentException("page counts from 0: " + page);
        }
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("count must be 1 to " + MAX_COUNT + ": " + count);
        }
        if (only.size() > MAX_COUNT) {
            throw new IllegalArgumentException("at most " + MAX_COUNT + " templates in one order: " + only.size());
        }
        only = List.copyOf(only);
    }

    /** The set of that number, as large as may be. */
    public static TemplateCopyOrder page(WabaId source, int page) {
        return new TemplateCopyOrder(source, page, MAX_COUNT, List.of());
    }

    /** Just these, to fill gaps. */
    public static TemplateCopyOrder of(WabaId source, List<TemplateId> only) {
        return new TemplateCopyOrder(source, 0, MAX_COUNT, only);
    }
}

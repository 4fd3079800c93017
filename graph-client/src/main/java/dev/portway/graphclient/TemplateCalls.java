package dev.portway.graphclient;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.TemplateCopies;
import dev.portway.graphclient.node.TemplateCopyOrder;
import dev.portway.graphclient.node.TemplateFilter;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.TemplateId;
import dev.portway.graphclient.value.WabaId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Templates: what a WABA has, and copying from one to another. */
public final class TemplateCalls {
    private final GraphLine line;

    TemplateCalls(GraphLine line) {
        this.line = line;
    }

    /** All that pass the filter. At most 6,000 in one WABA: 60 calls. */
    public ReadResult<Listing<Template>> of(WabaId waba, TemplateFilter filter) {
        Call call = Call.get("/" + waba + "/message_templates")
                .with("name", filter.name())
                .with("status", unlessEmpty(filter.statuses()))
                .with("category", unlessEmpty(filter.categories()))
                .with("language", unlessEmpty(filter.languages()))
                .with("quality_score", unlessEmpty(filter.qualities()));
        return line.unknownFields()
                .without(TemplateFields.ALL, names -> Pages.all(line, call.with("fields", names), TemplateFields::read));
    }

    public ReadResult<Template> get(TemplateId id) {
        return line.unknownFields()
                .without(TemplateFields.ALL, names -> line.read(Call.get("/" + id).with("fields", names), TemplateFields::read));
    }

    /**
     * Recreates templates of another WABA of the same business here. The token must reach both. Repeating it harms nothing but the quota:
     * what is there already comes back as failed. Assumed, because duplicates are not documented.
     */
    public EffectResult<TemplateCopies> copy(WabaId destination, TemplateCopyOrder order, SendBy sendBy) {
        Call call = Call.post("/" + destination + "/migrate_message_templates")
                .with("source_waba_id", order.source())
                .with("page_number", order.page())
                .with("count", order.count())
                .with("template_ids", unlessEmpty(order.only()));
        return line.effect(call, sendBy, TemplateCalls::copies);
    }

    /** {@code failed_templates} is a map in Meta's example and an empty list in its syntax block. */
    private static TemplateCopies copies(Fields json) {
        if (!json.has("migrated_templates") && !json.has("failed_templates")) {
            throw new NotUnderstood("neither migrated_templates nor failed_templates");
        }
        return new TemplateCopies(json.texts("migrated_templates"), json.map("failed_templates"));
    }

    private static @Nullable Object unlessEmpty(Collection<?> values) {
        return values.isEmpty() ? null : values;
    }
}

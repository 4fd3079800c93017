package dev.portway.graphclient;

import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.Template.Category;
import dev.portway.graphclient.node.Template.ParameterFormat;
import dev.portway.graphclient.node.Template.Quality;
import dev.portway.graphclient.node.Template.RejectedReason;
import dev.portway.graphclient.node.Template.Status;
import dev.portway.graphclient.node.Template.SubCategory;
import dev.portway.graphclient.value.TemplateId;
import java.util.List;

/** A template's fields: which to ask for, and how they read. */
final class TemplateFields {
    static final List<String> ALL = List.of("id",
            "name",
            "language",
            "status",
            "category",
            "previous_category",
            "correct_category",
            "sub_category",
            "quality_score",
            "rejected_reason",
            "parameter_format",
            "message_send_ttl_seconds",
            "cta_url_link_tracking_opted_out",
            "components");

    private TemplateFields() {}

    static Template read(Fields json) {
        Fields quality = json.child("quality_score");
        String components = json.json("components");
        return new Template(json.needed("id", TemplateId::new),
                json.needed("name"),
                json.needed("language"),
                json.open("status", Status.class),
                json.open("category", Category.class),
                json.open("previous_category", Category.class),
                json.open("correct_category", Category.class),
                json.open("sub_category", SubCategory.class),
                quality == null ? json.open("quality_score", Quality.class) : quality.open("score", Quality.class),
                quality == null ? null : quality.time("date"),
                json.open("rejected_reason", RejectedReason.class),
                json.open("parameter_format", ParameterFormat.class),
                json.number("message_send_ttl_seconds"),
                json.flag("cta_url_link_tracking_opted_out"),
                components == null ? "[]" : components);
    }
}

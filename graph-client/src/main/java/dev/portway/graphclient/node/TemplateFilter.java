package dev.portway.graphclient.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which templates to list. Empty lists and nulls do not filter.
 *
 * @param name exactly this name, in all its languages
 */
public record TemplateFilter(
        @Nullable String name,
        List<Template.Status> statuses,
        List<Template.Category> categories,
        List<String> languages,
        List<Template.Quality> qualities) {
    public static final TemplateFilter ALL = new TemplateFilter(null, List.of(), List.of(), List.of(), List.of());

    public TemplateFilter {
        statuses = List.copyOf(statuses);
        categories = List.copyOf(categories);
        languages = List.copyOf(languages);
        qualities = List.copyOf(qualities);
    }

    public static TemplateFilter named(String name) {
        return new TemplateFilter(name, List.of(), List.of(), List.of(), List.of());
    }

    public static TemplateFilter withStatus(Template.Status... statuses) {
        return new TemplateFilter(null, List.of(statuses), List.of(), List.of(), List.of());
    }
}

package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.time.Later;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Templates copied from WABA to WABA, by themselves when a number moves or by {@code migrate_message_templates}.
 *
 * <p>Documented ("…programmatically", 26 Nov 2025; template migration, 14 Nov 2025): by itself APPROVED and GREEN only, by the call GREEN or
 * UNKNOWN; as many as the destination has room for; status as at the source at first, then re-checked, which rejects some; quality UNKNOWN
 * for the first 24 hours; what is already at the destination is not touched; new ids.
 */
public final class TemplateCopies {

    private final World world;
    private final Templates templates;
    private final Notices notices;

    public TemplateCopies(World world, Templates templates, Notices notices) {
        this.world = world;
        world.does("template-copy", later -> {
            Waba destination = world.wabas.get(later.of("waba"));
            if (destination != null) {
                template(later).ifPresent(template -> copyQuietly(template, destination));
            }
        });
        world.does("template-recheck", later -> template(later).ifPresent(copy -> reject(copy, later.of("reason"))));
        world.does("template-rating", later -> template(later).ifPresent(copy -> rate(copy, later.of("quality"))));
        this.templates = templates;
        this.notices = notices;
    }

    private Optional<Template> template(Later later) {
        return Optional.ofNullable(world.templates.get(later.of("template")));
    }

    /**
     * What became of the templates a call was asked to copy: ids, and id → reason.
     *
     * @param inTime false when the call ran out of time: what was copied until then stays, and the rest was not looked at
     */
    public record Copied(List<String> migrated, Map<String, String> failed, boolean inTime) {}

    /** Documented as asynchronous: each copy appears at its own time within the switch's span. */
    public void startAutomatic(Waba source, Waba destination) {
        List<Template> eligible = source.templates.stream()
                .filter(each -> each.status.equals("APPROVED") && each.quality.equals("GREEN"))
                .toList();
        long millis = Duration.ofSeconds(world.switches.number(Switch.TEMPLATE_COPY_SECONDS)).toMillis();
        for (int i = 0; i < eligible.size(); i++) {
            Template template = eligible.get(i);
            world.later(Duration.ofMillis(millis * (i + 1) / eligible.size()), "template-copy",
                    Map.of("template", template.id, "waba", destination.id));
        }
    }

    private void copyQuietly(Template template, Waba destination) {
        if (templates.find(destination, template).isEmpty() && templates.hasRoom(destination) && template.copyFailure == null) {
            copy(template, destination);
        }
    }

    /** Copies a page of the source's templates, or those named. */
    public Copied copyNow(Waba source, Waba destination, List<Template> wanted) {
        if (!source.ownerId.equals(destination.ownerId)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The source and destination WhatsApp Business accounts must be owned by the same"
                    + " business");
        }
        List<String> migrated = new ArrayList<>();
        Map<String, String> failed = new LinkedHashMap<>();
        int most = world.switches.number(Switch.TEMPLATE_COPIES_IN_TIME);
        int room = most == 0 ? wanted.size() : most;
        for (Template template : wanted) {
            String reason = whyNot(template, destination);
            if (!reason.isEmpty()) {
                failed.put(template.id, reason);
                continue;
            }
            Template there = templates.find(destination, template).orElse(null);
            if (there == null && room-- == 0) {
                return new Copied(migrated, failed, false);
            }
            Template copy = there == null ? copy(template, destination) : there;
            migrated.add(world.switches.is(Switch.MIGRATED_TEMPLATE_IDS, "source") ? template.id : copy.id);
        }
        return new Copied(migrated, failed, true);
    }

    /** Empty when it can be copied. The first two texts are documented examples. */
    private String whyNot(Template template, Waba destination) {
        if (template.copyFailure != null) {
            return template.copyFailure;
        }
        if (templates.find(destination, template).isPresent()) {
            return world.switches.is(Switch.COPY_OF_EXISTING_TEMPLATE, "migrated")
                    ? ""
                    : "There is already content in this language for this template";
        }
        return templates.hasRoom(destination) ? "" : "Message template limit exceeded";
    }

    private Template copy(Template template, Waba destination) {
        Template copy = new Template(world.ids().template(), destination,
                new Template.Name(template.name, template.language, template.category), template.components.deepCopy());
        copy.parameterFormat = template.parameterFormat;
        copy.status = template.status;
        copy.createdAt = world.now();
        copy.qualityAt = world.now();
        world.add(copy);
        notices.templateStatus(copy, copy.status, "NONE");
        recheckLater(copy, template.recheckReason);
        world.later(Duration.ofHours(world.switches.number(Switch.TEMPLATE_QUALITY_HOURS)), "template-rating",
                Map.of("template", copy.id, "quality", template.quality));
        return copy;
    }

    private void recheckLater(Template copy, @Nullable String reason) {
        if (reason != null) {
            world.later(Duration.ofSeconds(world.switches.number(Switch.TEMPLATE_RECHECK_SECONDS)), "template-recheck",
                    Map.of("template", copy.id, "reason", reason));
        }
    }

    private void reject(Template copy, String reason) {
        copy.status = "REJECTED";
        copy.rejectedReason = reason;
        notices.templateStatus(copy, "REJECTED", reason);
    }

    /** Assumed: after its first day a copy is rated as the original was. */
    private void rate(Template copy, String quality) {
        String before = copy.quality;
        copy.quality = quality;
        copy.qualityAt = world.now();
        if (!before.equals(quality)) {
            notices.templateQuality(copy, before);
        }
    }
}

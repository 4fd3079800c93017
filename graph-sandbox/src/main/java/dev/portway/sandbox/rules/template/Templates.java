package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.rules.number.Budget;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/** Message templates of a WABA. Documented: template management and overview pages, 2025 to 2026. */
public final class Templates {

    /** Documented: 250, or 6,000 when the portfolio is verified and any of its WABAs has a number with an approved name. */
    private static final int LIMIT = 250;
    private static final int LIMIT_VERIFIED = 6000;
    /** Documented: 100 creations per WABA and hour; copies made by a migration do not count. */
    private static final int CREATIONS_PER_HOUR = 100;
    private static final Duration EDITS_COUNTED_FOR = Duration.ofDays(30);
    private static final int EDITS = 10;
    /** Documented: a deleted name is blocked for 30 days. */
    private static final Duration NAME_BLOCKED = Duration.ofDays(30);
    /** Assumed: review takes this long on the sandbox's clock. */
    private static final Duration REVIEW = Duration.ofSeconds(30);

    private final World world;
    private final Numbers numbers;
    private final Notices notices;
    private final TemplateChecks checks;

    public Templates(World world, Numbers numbers, Notices notices, Uploads uploads) {
        this.checks = new TemplateChecks(world, uploads);
        this.world = world;
        world.does("template-review", later -> Optional.ofNullable(world.templates.get(later.of("template"))).ifPresent(this::review));
        this.numbers = numbers;
        this.notices = notices;
    }

    Optional<Template> find(Waba waba, Template like) {
        return waba.templates.stream().filter(like::sameAs).findFirst();
    }

    boolean hasRoom(Waba waba) {
        return waba.templates.size() < limit(waba);
    }

    private int limit(Waba waba) {
        if (waba.templateCap != null) {
            return waba.templateCap;
        }
        Business owner = numbers.owner(waba);
        boolean named = world.wabas.values()
                .stream()
                .filter(each -> each.ownerId.equals(owner.id))
                .flatMap(each -> each.links.stream())
                .anyMatch(link -> link.nameStatus.equals("APPROVED"));
        return owner.verified() && named ? LIMIT_VERIFIED : LIMIT;
    }

    /**
     * What is written for a template, as Graph keeps it. Documented: words may come in lower case; an authentication template's texts are Meta's.
     *
     * @param named whether its variables have names, not numbers
     */
    public ArrayNode prepared(Template.Name name, boolean named, ArrayNode written) {
        ArrayNode components = written.deepCopy();
        components.forEach(component -> {
            AuthenticationTemplates.inUpperCase(component, "type", "format");
            component.path("buttons").forEach(button -> AuthenticationTemplates.inUpperCase(button, "type", "otp_type"));
        });
        if (name.category().equals("AUTHENTICATION")) {
            return AuthenticationTemplates.filled(components, name.language(), world.switches.is(Switch.CODE_BUTTON_READ_AS, "URL"));
        }
        checks.check(components, name.category(), named);
        return components;
    }

    /** Takes a new template in for review. Documented: approval or rejection is told by webhook. */
    public Template create(Template template) {
        Waba waba = template.waba;
        if (!template.name.matches("[a-z0-9_]{1,512}")) {
            throw ErrorRow.TEMPLATE_NAME_FORMAT.refused();
        }
        TemplateLanguages.check(template.language);
        if (find(waba, template).isPresent()) {
            throw ErrorRow.TEMPLATE_EXISTS.refused();
        }
        Instant blockedUntil = waba.blockedNames.get(template.name);
        if (blockedUntil != null && world.now().isBefore(blockedUntil)) {
            throw ErrorRow.TEMPLATE_NAME_BLOCKED.refused();
        }
        if (!hasRoom(waba)) {
            throw ErrorRow.TEMPLATE_LIMIT.refused();
        }
        if (Budget.spent(waba.creations, Duration.ofHours(1), world.now()) >= CREATIONS_PER_HOUR) {
            throw ErrorRow.WABA_CALLS_SPENT.refused();
        }
        waba.creations.addLast(world.now());
        template.status = "PENDING";
        template.createdAt = world.now();
        template.qualityAt = world.now();
        world.add(template);
        reviewLater(template);
        return template;
    }

    /** Documented: an approved one may be edited once in 24 hours and 10 times in 30 days. Assumed: the words of the refusal. */
    public void checkEdit(Template template) {
        Instant now = world.now();
        if (!template.status.equals("APPROVED")) {
            return;
        }
        boolean today = template.edits.stream().anyMatch(at -> at.isAfter(now.minus(Duration.ofDays(1))));
        if (today || Budget.spent(template.edits, EDITS_COUNTED_FOR, now) >= EDITS) {
            throw ErrorRow.INVALID_PARAMETER
                    .saying("(#100) An approved message template can be edited once in 24 hours and 10 times in 30 days");
        }
    }

    /** An edited template goes through review again. */
    public void reviewAgain(Template template) {
        template.edits.addLast(world.now());
        template.status = "PENDING";
        reviewLater(template);
    }

    private void reviewLater(Template template) {
        world.later(REVIEW, "template-review", Map.of("template", template.id));
    }

    /** Assumed, for rehearsal: a name that contains "reject" is rejected, every other one approved. */
    private void review(Template template) {
        if (!template.status.equals("PENDING")) {
            return;
        }
        if (TemplateDecisions.standsStill(world, template)) {
            reviewLater(template);
            return;
        }
        boolean passes = !template.name.contains("reject");
        template.status = passes ? "APPROVED" : "REJECTED";
        template.rejectedReason = passes ? "NONE" : "INVALID_FORMAT";
        notices.templateStatus(template, template.status, template.rejectedReason);
    }

    /** Documented: by name every language goes, by id one; a disabled one cannot be deleted. */
    public void delete(Waba waba, List<Template> gone) {
        if (gone.isEmpty()) {
            throw ErrorRow.TEMPLATE_NOT_FOUND.refused();
        }
        if (gone.stream().anyMatch(each -> each.status.equals("DISABLED"))) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) A disabled message template cannot be deleted");
        }
        for (Template template : gone) {
            world.remove(template);
            if (template.status.equals("APPROVED")) {
                waba.blockedNames.put(template.name, world.now().plus(NAME_BLOCKED));
            }
            template.status = "DELETED";
            notices.templateStatus(template, "PENDING_DELETION", "NONE");
        }
    }
}

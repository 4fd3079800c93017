package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.time.Later;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Meta decides about a template, and tells those who are subscribed. A low rating pauses it for 3 hours, the second for 6, the third disables
 * it; a wrong category is announced, and changed when its time has come.
 *
 * <p>Documented: template pausing (22 Oct 2025), template categorization, and the references of the three webhooks (2025 and 2026).
 */
public final class TemplateDecisions {

    private static final Duration FIRST_PAUSE = Duration.ofHours(3);
    private static final Duration SECOND_PAUSE = Duration.ofHours(6);
    private static final Duration BEFORE_RELEASE = Duration.ofMinutes(5);
    private static final Duration NOTICE_OF_CATEGORY = Duration.ofDays(1);
    /** Assumed: how long after a currency migration that made it stand still what is due is looked at again. */
    private static final Duration AFTER_STANDSTILL = Duration.ofSeconds(30);
    /** As observed: {@code Aug 31 at 12:47 AM UTC}. */
    private static final DateTimeFormatter END_OF_PAUSE = DateTimeFormatter.ofPattern("MMM d 'at' h:mm a 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final World world;
    private final Notices notices;

    public TemplateDecisions(World world, Notices notices) {
        this.world = world;
        this.notices = notices;
        world.does("template-unpause", later -> whenDue(later, this::endPause));
        world.does("template-category", later -> whenDue(later, template -> changeCategory(template, later.of("category"))));
    }

    /** How a template was. */
    public record Before(String status, String category, @Nullable String correctCategory, String quality) {
        public static Before of(Template template) {
            return new Before(template.status, template.category, template.correctCategory, template.quality);
        }
    }

    /** Tells what is different now, whoever changed it, and lets follow what follows from it. */
    public void tell(Template template, Before before) {
        if (!before.status().equals(template.status)) {
            tellStatus(template);
        }
        if (!before.category().equals(template.category)) {
            template.previousCategory = before.category();
            notices.templateCategory(template, before.category());
        }
        String correct = template.correctCategory;
        if (correct != null && !correct.equals(before.correctCategory()) && !correct.equals(template.category)) {
            announce(template, correct);
        }
        if (!before.quality().equals(template.quality)) {
            template.qualityAt = world.now();
            notices.templateQuality(template, before.quality());
        }
    }

    private void tellStatus(Template template) {
        template.pausedUntil = null;
        template.pausedAt = null;
        switch (template.status) {
            // Documented: a pause has a title; that one without an end is pacing's is assumed, as are its words.
            case "PAUSED" -> {
                template.pausedAt = world.now();
                notices.templateStatus(template, "PAUSED", "NONE",
                        info("RATE_LIMITING_PAUSE", "Your WhatsApp message template has been paused because of its early feedback."));
            }
            case "REJECTED" -> notices.templateStatus(template, "REJECTED", template.rejectedReason);
            default -> notices.templateStatus(template, template.status, "NONE");
        }
    }

    /** The lowest rating. Only what can be sent is paused. */
    public void ratedLow(Template template) {
        if (!template.status.equals("APPROVED")) {
            return;
        }
        template.pauses++;
        switch (template.pauses) {
            case 1 -> pause(template, "FIRST_PAUSE", FIRST_PAUSE, "it had issues");
            case 2 -> pause(template, "SECOND_PAUSE", SECOND_PAUSE, "it continued to have issues");
            default -> {
                template.status = "DISABLED";
                notices.templateStatus(template, "DISABLED", "NONE",
                        info("DISABLED", "Your WhatsApp message template has been disabled because it continued to have issues."));
            }
        }
    }

    /** Observed: the words of the second pause; those of the first are like them. */
    private void pause(Template template, String title, Duration length, String why) {
        Instant end = world.now().plus(length);
        template.status = "PAUSED";
        template.pausedUntil = end;
        notices.templateStatus(template, "PAUSED", "NONE",
                info(title,
                        "Your WhatsApp message template has been paused for " + length.toHours() + " hours until "
                                + END_OF_PAUSE.format(end)
                                + " because " + why + "."));
        world.later(length, "template-unpause", Map.of("template", template.id));
    }

    /** Unless it was edited, or paused anew, meanwhile. */
    private void endPause(Template template) {
        Instant end = template.pausedUntil;
        if (template.status.equals("PAUSED") && end != null && !world.now().isBefore(end)) {
            release(template);
        }
    }

    /**
     * Releases it, or says why not. Documented: by hand only what was paused by pacing, a low rating's pause has its time. Observed, in pywa: five
     * minutes after pacing paused it. Assumed: the words.
     */
    public Optional<String> unpause(Template template) {
        Instant at = template.pausedAt;
        if (!template.status.equals("PAUSED")) {
            return Optional.of("A message template in status " + template.status + " is not paused");
        }
        if (template.pausedUntil != null) {
            return Optional.of("This message template is paused for low quality until " + template.pausedUntil);
        }
        if (at != null && world.now().isBefore(at.plus(BEFORE_RELEASE))) {
            return Optional.of("This message template was paused less than 5 minutes ago");
        }
        release(template);
        return Optional.empty();
    }

    private void release(Template template) {
        template.status = "APPROVED";
        template.pausedUntil = null;
        template.pausedAt = null;
        notices.templateStatus(template, world.switches.get(Switch.UNPAUSED_TEMPLATE_EVENT), "NONE",
                info("UNPAUSE", "Your WhatsApp message template has been unpaused."));
    }

    private static ObjectNode info(String title, String description) {
        return Json.object().put("title", title).put("description", description);
    }

    /** Documented: a day's notice; what should be AUTHENTICATION is rejected on the first of a month. Assumed: that this is announced likewise. */
    private void announce(Template template, String correct) {
        Instant now = world.now();
        Instant due = correct.equals("AUTHENTICATION")
                ? YearMonth.from(now.atZone(ZoneOffset.UTC)).plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : now.plus(NOTICE_OF_CATEGORY);
        notices.templateCategoryComing(template, correct, due);
        world.later(Duration.between(now, due), "template-category", Map.of("template", template.id, "category", correct));
    }

    /** Unless it was withdrawn meanwhile. */
    private void changeCategory(Template template, String correct) {
        if (!Objects.equals(template.correctCategory, correct)) {
            return;
        }
        template.correctCategory = null;
        Before before = Before.of(template);
        if (correct.equals("AUTHENTICATION")) {
            template.status = "REJECTED";
            template.rejectedReason = "INCORRECT_CATEGORY";
        } else {
            template.category = correct;
        }
        tell(template, before);
    }

    /** Documented: while a currency migration runs, status and category stand still. */
    static boolean standsStill(World world, Template template) {
        return world.currencyMigrations.values().stream().anyMatch(each -> each.source == template.waba && each.underWay());
    }

    private void whenDue(Later later, Consumer<Template> does) {
        Template template = world.templates.get(later.of("template"));
        if (template == null) {
            return;
        }
        if (standsStill(world, template)) {
            world.later(AFTER_STANDSTILL, later.what(), later.about());
        } else {
            does.accept(template);
        }
    }
}

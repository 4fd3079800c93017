package dev.portway.sandbox.rules.number;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Meta decides about somebody, and tells those who are subscribed: reviews, bans, restrictions, names, limits.
 * It is told by comparing how something was with how it is now, so it does not matter who changed it.
 *
 * <p>Source: webhook reference pages, 2025 and 2026.
 */
public final class Decisions {

    /** As in Meta's example: {@code April 17, 2025}. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final World world;
    private final Notices notices;

    public Decisions(World world, Notices notices) {
        this.world = world;
        this.notices = notices;
        world.does("name-review",
                later -> world.link(later.of("number"), later.of("waba")).ifPresent(link -> decide(link, later.of("name"))));
    }

    /** How a WABA was. */
    public record WabaBefore(String review, String ban, Set<String> restrictions) {
        public static WabaBefore of(Waba waba) {
            return new WabaBefore(waba.reviewStatus, waba.banState, new HashSet<>(waba.restrictions));
        }
    }

    public void tell(Waba waba, WabaBefore before) {
        if (!before.review().equals(waba.reviewStatus)) {
            notices.tell(waba, "account_review_update", Json.object().put("decision", waba.reviewStatus));
        }
        if (!before.ban().equals(waba.banState)) {
            ObjectNode value = Json.object().put("event", "DISABLED_UPDATE");
            value.putObject("ban_info")
                    .put("waba_ban_state", waba.banState.equals("NONE") ? "REINSTATE" : waba.banState)
                    .put("waba_ban_date", DAY.format(world.now()));
            notices.tell(waba, "account_update", value);
        }
        if (!before.restrictions().containsAll(waba.restrictions)) {
            notices.tell(waba, "account_update", restricted(waba));
        }
    }

    /** Assumed: a restriction is told to last for 30 days; its examples give a time and no rule. */
    private ObjectNode restricted(Waba waba) {
        ObjectNode value = Json.object().put("event", "ACCOUNT_RESTRICTION");
        ArrayNode info = value.putArray("restriction_info");
        waba.restrictions.forEach(type -> info.addObject()
                .put("restriction_type", type)
                .put("expiration", world.now().plus(Duration.ofDays(30)).getEpochSecond()));
        return value;
    }

    /** A display name was decided on, or asked for: what was there is told with Graph's words for a decision. */
    public void tellName(NumberLink link, String before, String newBefore) {
        if (!before.equals(link.nameStatus)) {
            notices.name(link, decision(link.nameStatus));
        } else if (!newBefore.equals(link.newNameStatus) && !link.newNameStatus.equals("NONE")) {
            notices.name(link, decision(link.newNameStatus));
        }
    }

    private static String decision(String status) {
        return switch (status) {
            case "APPROVED", "AVAILABLE_WITHOUT_REVIEW" -> "APPROVED";
            case "DECLINED" -> "REJECTED";
            case "PENDING_REVIEW" -> "PENDING";
            default -> "DEFERRED";
        };
    }

    /** Somebody asks for another display name. */
    public void askName(NumberLink link, String name) {
        link.newName = name;
        link.newNameStatus = "PENDING_REVIEW";
        reviewName(link);
    }

    /**
     * A display name goes into review, be it a new number's or one that was asked for. Assumed: how long it takes, and for rehearsal that a name with
     * "reject" in it is declined and every other one approved, and that asking again ends the review before.
     */
    public void reviewName(NumberLink link) {
        String asked = link.newName == null ? "" : link.newName;
        world.later(Duration.ofMinutes(world.switches.number(Switch.NAME_REVIEW_MINUTES)), "name-review",
                Map.of("number", link.id, "waba", link.waba.id, "name", asked));
    }

    /** On the name that was asked for, or, empty, on the one it came with. */
    private void decide(NumberLink link, String asked) {
        String before = link.nameStatus;
        String newBefore = link.newNameStatus;
        if (link.gone()) {
            return;
        }
        if (!asked.isEmpty()) {
            if (asked.equals(link.newName) && newBefore.equals("PENDING_REVIEW")) {
                link.newNameStatus = decided(asked);
            }
        } else if (before.equals("PENDING_REVIEW")) {
            link.nameStatus = decided(link.verifiedName);
        }
        tellName(link, before, newBefore);
    }

    private static String decided(String name) {
        return name.toLowerCase(Locale.ROOT).contains("reject") ? "DECLINED" : "APPROVED";
    }

    /** A portfolio's limit or cap has changed: every WABA of it is told. */
    public void tell(Business business, String limitBefore, int capBefore) {
        if (limitBefore.equals(business.messagingLimit) && capBefore == business.phoneCap) {
            return;
        }
        for (Waba waba : List.copyOf(world.wabas.values())) {
            if (waba.ownerId.equals(business.id)) {
                notices.tell(waba, "business_capability_update", Json.object()
                        .put("max_daily_conversations_per_business", daily(business.messagingLimit))
                        .put("max_phone_numbers_per_business", business.phoneCap)
                        .put("max_phone_numbers_per_waba", business.phoneCap));
            }
        }
    }

    /** Documented: minus one is unlimited. */
    private static int daily(String limit) {
        return switch (limit) {
            case "TIER_250" -> 250;
            case "TIER_2K" -> 2_000;
            case "TIER_10K" -> 10_000;
            case "TIER_100K" -> 100_000;
            default -> -1;
        };
    }
}

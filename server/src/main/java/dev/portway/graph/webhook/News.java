package dev.portway.graph.webhook;

import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.migration.fact.WabaId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That something changed, and about what. What it means is found out by looking, so nothing else of a webhook is believed but what Graph tells nowhere
 * else for sure: that two-step verification was turned off, or on, and that an account will be switched off or may not do something.
 *
 * @param about field and event: {@code security:PIN_REQUEST_SUCCESS}
 */
record News(Optional<PhoneNumber> number, Optional<WabaId> waba, String about, Optional<TwoStepTold> twoStep,
        Optional<AccountTold> account) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 100;
    /** Seconds in the year 9999: what is later is no time. */
    private static final long LATEST = 253_402_300_799L;

    /**
     * The fields that tell of what moves or where it goes. Others carry what people write to each other: that is nobody's business here, comes as often as
     * strangers like, and would have us look each time.
     */
    private static final Pattern CONCERNS_US = Pattern
            .compile("security|(account|business|phone_number|message_template|template|partner|payment)_[a-z0-9_]+");

    /** Graph puts at most so many changes into one delivery. Source: Meta, "Create a webhook endpoint", 17 Jun 2026. */
    static final int MOST = 1000;

    /** One piece about a number is enough to look at it; the others tell people what else was said, and this many say enough. */
    static final int MOST_OF_ONE = 10;

    /**
     * Each different piece once, in the order it stands there, and so many that whoever signs a long delivery does not keep those of others waiting. What is not a webhook of Graph
     * holds no news.
     */
    static Set<News> in(byte[] body) {
        var news = new LinkedHashSet<News>();
        var ofOne = new HashMap<List<?>, Integer>();
        for (JsonNode entry : tree(body).path("entry")) {
            for (JsonNode change : concerning(entry)) {
                News one = of(entry, change);
                if (news.size() < MOST && !news.contains(one)
                        && ofOne.merge(List.of(one.number(), one.waba()), 1, Integer::sum) <= MOST_OF_ONE) {
                    news.add(one);
                }
            }
        }
        return news;
    }

    /** What is worth keeping of a delivery: its changes that concern us, as they came; nothing when there are none. */
    static byte[] kept(byte[] body) {
        var kept = JSON.createArrayNode();
        for (JsonNode entry : tree(body).path("entry")) {
            List<JsonNode> changes = concerning(entry);
            if (!changes.isEmpty()) {
                kept.addObject()
                        .setAll(Map.of("id", entry.path("id"), "time", entry.path("time"), "changes",
                                JSON.createArrayNode().addAll(changes)));
            }
        }
        return kept.isEmpty() ? new byte[0] : JSON.writeValueAsBytes(Map.of("entry", kept));
    }

    private static List<JsonNode> concerning(JsonNode entry) {
        return entry.path("changes").valueStream().filter(change -> CONCERNS_US.matcher(field(change)).matches()).toList();
    }

    /** Beside its value; some examples of Meta's have it inside. Source: Meta, "account_update webhook reference", 2026. */
    private static String field(JsonNode change) {
        String beside = text(change.path("field"));
        return beside.isEmpty() ? text(change.path("value").path("field")) : beside;
    }

    /** Events about partners carry the id of a business portfolio where others carry the WABA's: theirs is inside. */
    private static News of(JsonNode entry, JsonNode change) {
        JsonNode value = change.path("value");
        String event = text(value.path("event"));
        String about = field(change) + (event.isEmpty() ? "" : ":" + event);
        String waba = text(value.path("waba_info").path("waba_id"));
        return new News(number(value), waba(waba.isEmpty() ? text(entry.path("id")) : waba),
                about.substring(0, Math.min(about.length(), LONGEST)), twoStep(entry, change, event), account(entry, change, event));
    }

    /** Without its time nobody knows whether it is the latest, so then it is no evidence. */
    private static Optional<TwoStepTold> twoStep(JsonNode entry, JsonNode change, String event) {
        return field(change).equals("security")
                ? instant(entry.path("time")).flatMap(at -> TwoStepTold.of(event, at))
                : Optional.empty();
    }

    private static Optional<AccountTold> account(JsonNode entry, JsonNode change, String event) {
        return field(change).equals("account_update")
                ? instant(entry.path("time")).flatMap(at -> account(change.path("value"), event, at))
                : Optional.empty();
    }

    private static Optional<AccountTold> account(JsonNode value, String event, Instant at) {
        return switch (event) {
            case "DISABLED_UPDATE" -> Optional.of(value.path("ban_info"))
                    .filter(ban -> !word(ban.path("waba_ban_state")).isEmpty())
                    .map(ban -> AccountTold.banned(word(ban.path("waba_ban_state")), word(ban.path("waba_ban_date")), at));
            case "ACCOUNT_RESTRICTION" -> Optional.of(AccountTold.restricted(restrictions(value.path("restriction_info")), at));
            default -> Optional.empty();
        };
    }

    /** Without its end it cannot be told from one that has ended. */
    private static List<AccountTold.Restriction> restrictions(JsonNode info) {
        return info.valueStream()
                .limit(MOST_OF_ONE)
                .flatMap(one -> instant(one.path("expiration"))
                        .map(until -> new AccountTold.Restriction(word(one.path("restriction_type")), until))
                        .stream())
                .toList();
    }

    /** As a word of what was seen: commas would part it. */
    private static String word(JsonNode node) {
        String text = text(node).replaceAll("[\\p{Cntrl},/:]", " ").strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** Seconds since 1970, as Graph writes them; empty when they are no time. */
    private static Optional<Instant> instant(JsonNode node) {
        long seconds = node.asLong(0);
        return seconds > 0 && seconds <= LATEST ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    private static Optional<PhoneNumber> number(JsonNode value) {
        String shown = text(value.path("display_phone_number")) + text(value.path("metadata").path("display_phone_number"));
        String digits = shown.replaceAll("[^0-9]", "");
        return digits.matches("[1-9][0-9]{7,14}") ? Optional.of(new PhoneNumber("+" + digits)) : Optional.empty();
    }

    private static Optional<WabaId> waba(String id) {
        return id.matches("[0-9]{5,25}") ? Optional.of(new WabaId(id)) : Optional.empty();
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString().replace("\0", "") : "";
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}

package dev.portway.sandbox.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A WhatsApp Business Account. */
public final class Waba {

    /** What a portfolio that does not own a WABA may do with it. */
    public enum Share {
        READ, MANAGE
    }

    private static final int ACTIVITIES_KEPT = 200;

    public final String id;
    public final String name;
    public final String ownerId;
    public String currency = "BRL";
    public String timezoneId = "25";
    public String country = "BR";
    public String namespace = "";
    public String reviewStatus = "APPROVED";
    public String status = "ACTIVE";
    public String ownershipType = "CLIENT_OWNED";
    /** "Messaging For" of the on-behalf-of model. Anything but APPROVED stops a migration into or out of it. */
    public String messagingFor = "APPROVED";
    /** The payment method. Documented: absent when there is none. */
    public @Nullable String fundingId;
    /** Its owner took it from the provider whose credit line paid for it, and no other line was shared since. */
    public boolean unshared;
    public @Nullable Instant unsharedAt;
    /** When the line that was shared last begins to pay; null: at once. */
    public @Nullable Instant paysFrom;
    public boolean mayAddNumbers = true;
    /** {@code NONE}, {@code SCHEDULE_FOR_DISABLE}, {@code DISABLE}: the words of {@code ban_info}. */
    public String banState = "NONE";
    /** Restrictions in force, in the words of {@code restriction_info}. */
    public final Set<String> restrictions = new LinkedHashSet<>();
    public @Nullable String purchaseOrder;
    /** Null: as the country. */
    public @Nullable String primaryLocation;
    public boolean insights = true;
    public boolean autoArchival;
    public boolean marketingOff;
    /** How many templates it may hold; null: as its portfolio's standing gives. */
    public @Nullable Integer templateCap;

    /** Calls about it that each app had made this hour when counting began. */
    public int callsBefore;
    public Instant createdAt = Instant.parse("2024-02-01T12:00:00Z");
    /** By portfolio id. */
    public final Map<String, Share> partners = new LinkedHashMap<>();
    /** App id → its override of the callback address, empty when it has none. */
    public final Map<String, String> subscriptions = new LinkedHashMap<>();
    /** System user id → tasks. */
    public final Map<String, String> assignedUsers = new LinkedHashMap<>();
    /** The catalog it is connected to, by id. Documented: one at most. Null: none. */
    public @Nullable String catalogId;
    /** Where a currency migration of it fails, on order. */
    public CurrencyMigration.Fails migrationFails = CurrencyMigration.Fails.NOWHERE;
    /** The WABA that Meta made this one of; whoever was granted that one reaches this one too. Null: none. */
    public @Nullable String madeFrom;
    public final List<NumberLink> links = new ArrayList<>();
    public final List<Template> templates = new ArrayList<>();
    /** Names of deleted templates → until when they cannot be used again. */
    public final Map<String, Instant> blockedNames = new LinkedHashMap<>();
    /** When templates were created lately; for the hourly limit. */
    public final Deque<Instant> creations = new ArrayDeque<>();
    public final Deque<Activity> activities = new ArrayDeque<>();

    public Waba(String id, String name, String ownerId) {
        this.id = id;
        this.name = name;
        this.ownerId = ownerId;
    }

    /** One line of a WABA's activity log. */
    public record Activity(String id, String type, Instant at, String actorType, String actorId, String description) {}

    public boolean canAddNumbers() {
        return mayAddNumbers && !restrictions.contains("RESTRICTED_ADD_PHONE_NUMBER_ACTION");
    }

    /** Disabled by Meta: nothing can be sent. */
    public boolean disabled() {
        return banState.equals("DISABLE") || status.equals("DISABLED");
    }

    /** Keeps the newest 200: nothing reads further back. */
    public void remember(Activity activity) {
        activities.addFirst(activity);
        if (activities.size() > ACTIVITIES_KEPT) {
            activities.removeLast();
        }
    }
}

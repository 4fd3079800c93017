package dev.portway.sandbox.world;

import dev.portway.sandbox.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A world to start from, as a file. Reading one into a {@link World} replaces all there was; what is wrong in it is named by its place. */
public final class WorldFile {

    private final Row file;

    private WorldFile(JsonNode tree) {
        this.file = new Row("", tree);
    }

    /** One of the worlds that come along. */
    public static WorldFile shipped(String name) {
        try (InputStream in = WorldFile.class.getResourceAsStream("/worlds/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no world '" + name + "'");
            }
            return new WorldFile(Json.parse(in.readAllBytes())
                    .orElseThrow(() -> new IllegalArgumentException("world file " + name + " is not JSON")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static WorldFile of(JsonNode tree) {
        return new WorldFile(tree);
    }

    /** To be called under the world's lock. */
    public void into(World world) {
        world.clear();
        world.landmarks.putAll(file.map("landmarks"));
        world.testers.addAll(file.texts("testers"));
        file.rows("businesses").forEach(row -> business(row, world));
        file.rows("apps").forEach(row -> app(row, world));
        file.rows("systemUsers").forEach(row -> systemUser(row, world));
        file.rows("tokens").forEach(row -> token(row, world));
        file.rows("creditLines")
                .forEach(row -> world.creditLines.put(row.text("id"),
                        new CreditLine(row.text("id"), row.known("business", world.businesses).id, row.text("legalEntityName"))));
        file.rows("wabas").forEach(row -> waba(row, world));
        file.rows("numbers").forEach(row -> number(row, world));
        file.rows("templates").forEach(row -> template(row, world));
    }

    private static void business(Row row, World world) {
        Business business = new Business(row.text("id"), row.text("name"));
        business.verification = row.text("verification", "verified");
        business.messagingLimit = row.text("messagingLimit", "TIER_2K");
        business.phoneCap = row.number("phoneCap", business.verified() ? 20 : 2);
        world.businesses.put(business.id, business);
    }

    private static void app(Row row, World world) {
        App app = new App(row.text("id"), row.text("name"), row.known("business", world.businesses).id, row.text("secret"));
        app.proofRequired = row.flag("proofRequired");
        app.blocked = row.flag("blocked");
        app.webhookVerifyToken = row.text("webhookVerifyToken", "sandbox-verify-token");
        world.apps.put(app.id, app);
    }

    private static void systemUser(Row row, World world) {
        world.systemUsers.put(row.text("id"),
                new SystemUser(row.text("id"), row.text("name"), row.known("business", world.businesses).id, row.text("role", "ADMIN")));
    }

    private static void token(Row row, World world) {
        Instant issued = world.now().minus(Duration.ofDays(30));
        Instant expires = row.flag("expired") ? world.now().minus(Duration.ofDays(1)) : null;
        SystemUser user = row.known("user", world.systemUsers);
        Token token = new Token(row.text("value"), Token.Kind.SYSTEM_USER, row.known("app", world.apps),
                new Token.Holder(user.businessId(), user.id()),
                new Token.Grant(Set.copyOf(row.texts("scopes")), Set.copyOf(row.texts("wabas")), issued, expires));
        token.revoked = row.flag("revoked");
        world.tokens.put(token.value, token);
    }

    private static void waba(Row row, World world) {
        Waba waba = new Waba(row.text("id"), row.text("name"), row.known("owner", world.businesses).id);
        waba.currency = row.text("currency", "BRL");
        waba.timezoneId = row.text("timezoneId", "25");
        waba.country = row.text("country", "BR");
        waba.namespace = row.text("namespace", "sandbox_" + waba.id);
        waba.reviewStatus = row.text("reviewStatus", "APPROVED");
        waba.status = row.text("status", "ACTIVE");
        waba.ownershipType = row.text("ownershipType", "CLIENT_OWNED");
        waba.messagingFor = row.text("messagingFor", "APPROVED");
        waba.fundingId = row.textOrNull("fundingId");
        row.map("partners").forEach((business, share) -> waba.partners.put(business, Waba.Share.valueOf(share)));
        row.texts("subscriptions").forEach(app -> waba.subscriptions.put(app, ""));
        waba.assignedUsers.putAll(row.map("assignedUsers"));
        world.wabas.put(waba.id, waba);
    }

    private static void number(Row row, World world) {
        PhoneLine line = new PhoneLine(row.text("countryCode"), row.text("national"), row.text("display"));
        line.kind = row.oneOf("kind", PhoneLine.Kind.class, PhoneLine.Kind.MOBILE);
        line.trouble = row.text("trouble", "none");
        line.pin = row.textOrNull("pin");
        line.onBusinessApp = row.flag("onBusinessApp");
        line.inMaintenance = row.flag("inMaintenance");
        line.banned = row.flag("banned");
        line.pinComesBack = row.flag("pinComesBack");
        for (int i = row.number("registersSpent", 0); i > 0; i--) {
            line.registers.addLast(world.now().minus(Duration.ofHours(i)));
        }
        world.lines.put(line.digits, line);
        row.rows("links").forEach(link -> link(link, line, world));
    }

    private static void link(Row row, PhoneLine line, World world) {
        NumberLink link = new NumberLink(row.text("id"), row.known("waba", world.wabas), line);
        link.state = row.oneOf("state", NumberLink.State.class, NumberLink.State.REGISTERED);
        link.verifiedName = row.text("verifiedName");
        link.nameStatus = row.text("nameStatus", "APPROVED");
        link.newName = row.textOrNull("newName");
        link.newNameStatus = row.text("newNameStatus", "NONE");
        link.quality = row.text("quality", "GREEN");
        link.platform = row.text("platform", "CLOUD_API");
        link.accountMode = row.text("accountMode", "LIVE");
        link.oddStatus = row.textOrNull("oddStatus");
        link.official = row.flag("official");
        Instant added = world.now().minus(Duration.ofDays(400L - world.lines.size()));
        link.addedAt = added;
        if (link.state != NumberLink.State.ADDED && link.oddStatus == null) {
            link.verifiedAt = added;
            link.registeredAt = added.plus(Duration.ofMinutes(5));
            link.hasCertificate = true;
        }
        link.profile.putAll(row.map("profile"));
        world.add(link);
    }

    private static void template(Row row, World world) {
        ArrayNode components = row.array("components");
        Template template = new Template(row.text("id"), row.known("waba", world.wabas),
                new Template.Name(row.text("name"), row.text("language"), row.text("category")), components);
        template.status = row.text("status", "APPROVED");
        template.quality = row.text("quality", "UNKNOWN");
        template.qualityAt = world.now().minus(Duration.ofDays(3));
        template.rejectedReason = row.text("rejectedReason", "NONE");
        template.parameterFormat = row.text("parameterFormat", "POSITIONAL");
        template.recheckReason = row.textOrNull("recheckReason");
        template.copyFailure = row.textOrNull("copyFailure");
        template.createdAt = world.now().minus(Duration.ofDays(90));
        world.add(template);
    }

    /** The landmarks of a world file without the rest, for printing its environment. */
    public Map<String, String> landmarks() {
        return file.map("landmarks");
    }
}

package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.Allocation;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.CreditLine;
import dev.portway.sandbox.world.PaymentMethod;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.SignupCode;
import dev.portway.sandbox.world.SystemUser;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who there is, what they call with, and what they pay with. */
final class AccountRows {

    static final Rows<World, Business> BUSINESSES = new Rows<>("businesses", "Business portfolios of providers and clients.", businesses(),
            (row, world) -> {
                Business business = new Business(row.unique("id", world.businesses), row.text("name"));
                world.businesses.put(business.id, business);
                // Documented: 2 while unverified, 20 once verified.
                business.phoneCap = row.text("verification", "verified").equals("verified") ? 20 : 2;
                return business;
            }, (world, same) -> world.businesses.values());

    static final Rows<World, Person> PEOPLE = new Rows<>("people", "People with a place in a portfolio: Graph's business users.",
            new Facts<Person>().fixed("id", "", Person::id)
                    .fixed("name", "", Person::name)
                    .fixed("email", "", Person::email)
                    .fixed("business", "id of their portfolio", Person::businessId)
                    .fixed("role", Shape.TEXT, "`ADMIN`, `EMPLOYEE`, `FINANCE_EDITOR`, `DEVELOPER`…", (it, w) -> Facts.text(it.role()))
                    .fixed("financePermission", Shape.ANY_TEXT, "`EDITOR`, `ANALYST` or empty",
                            (it, w) -> Facts.text(it.financePermission())),
            (row, world) -> {
                Person person = new Person(row.unique("id", world.people), row.text("name"), row.text("email"),
                        row.known("business", world.businesses).id, row.text("role", "EMPLOYEE"),
                        row.value("financePermission")
                                .map(value -> row.checked("financePermission", Shape.ANY_TEXT).stringValue())
                                .orElse(""));
                world.people.put(person.id(), person);
                return person;
            }, (world, same) -> world.people.values());

    static final Rows<World, App> APPS = new Rows<>("apps", "Apps at Meta.", apps(), (row, world) -> {
        App app = new App(row.unique("id", world.apps), row.text("name"), row.known("business", world.businesses).id,
                world.sealed(row.text("secret")));
        app.webhookVerifyToken = "sandbox-verify-token";
        world.apps.put(app.id, app);
        return app;
    }, (world, same) -> world.apps.values());

    static final Rows<World, SystemUser> SYSTEM_USERS = new Rows<>("systemUsers", "System users of portfolios.",
            new Facts<SystemUser>().fixed("id", "", SystemUser::id)
                    .fixed("name", "", SystemUser::name)
                    .fixed("business", "id of its portfolio", SystemUser::businessId)
                    .fixed("role", Shape.oneOf(List.of("ADMIN", "EMPLOYEE")), "", (it, w) -> Facts.text(it.role())),
            (row, world) -> {
                row.value("role").ifPresent(role -> row.checked("role", Shape.oneOf(List.of("ADMIN", "EMPLOYEE"))));
                SystemUser user = new SystemUser(row.unique("id", world.systemUsers), row.text("name"),
                        row.known("business", world.businesses).id, row.text("role", "ADMIN"));
                world.systemUsers.put(user.id(), user);
                return user;
            }, (world, same) -> world.systemUsers.values());

    static final Rows<World, Token> TOKENS = new Rows<>("tokens",
            "Access tokens. An app's own token, `<app id>|<app secret>`, needs no row.",
            tokens(), (row, world) -> {
                Token token = token(row, world);
                world.tokens.put(token.value, token);
                return token;
            }, (world, same) -> world.tokens.values());

    static final Rows<World, PaymentMethod> PAYMENT_METHODS = new Rows<>("paymentMethods",
            "Cards and shares of credit lines. A WABA's `fundingId` that names none is taken as paid.",
            new Facts<PaymentMethod>().fixed("id", "", it -> it.id)
                    .fixed("kind", Shape.oneOf(List.of("CARD", "CREDIT_LINE")), "", (it, w) -> Facts.text(it.kind.name()))
                    .fixed("business", "id of the portfolio that pays", it -> it.businessId)
                    .flag("valid", "false: expired, declined or revoked", it -> it.valid, (it, value) -> it.valid = value),
            (row, world) -> {
                PaymentMethod method = new PaymentMethod(row.unique("id", world.paymentMethods),
                        row.oneOf("kind", PaymentMethod.Kind.class, PaymentMethod.Kind.CARD), row.known("business", world.businesses).id);
                world.paymentMethods.put(method.id, method);
                return method;
            }, (world, same) -> world.paymentMethods.values());

    static final Rows<World, CreditLine> CREDIT_LINES = new Rows<>("creditLines", "Credit lines of providers.",
            new Facts<CreditLine>().fixed("id", "", CreditLine::id)
                    .fixed("business", "id of the provider's portfolio", CreditLine::businessId)
                    .fixed("legalEntityName", "", CreditLine::legalEntityName),
            (row, world) -> {
                CreditLine line = new CreditLine(row.unique("id", world.creditLines), row.known("business", world.businesses).id,
                        row.text("legalEntityName"));
                world.creditLines.put(line.id(), line);
                return line;
            }, (world, same) -> world.creditLines.values());

    static final Rows<World, Allocation> ALLOCATIONS = new Rows<>("allocations", "Shares of credit lines that are attached to WABAs.",
            new Facts<Allocation>().fixed("id", "", Allocation::id)
                    .fixed("creditLine", "", Allocation::creditLineId)
                    .fixed("waba", Shape.ANY_TEXT, "empty while it is shared and attached to none", (it, w) -> Facts.text(it.wabaId()))
                    .fixed("receivingBusiness", "id of the portfolio that may spend", Allocation::receivingBusinessId)
                    .fixed("fundingId", "what the WABA's `fundingId` names", Allocation::fundingId)
                    .fixed("currency", Shape.ANY_TEXT, "", (it, w) -> Facts.text(it.currency()))
                    .fixed("status", "`request_status`: `APPROVED`, `DELETED`…", Allocation::status),
            (row, world) -> {
                Allocation allocation = new Allocation(row.unique("id", world.allocations), row.known("creditLine", world.creditLines).id(),
                        wabaOf(row, world), row.known("receivingBusiness", world.businesses).id, row.text("fundingId"),
                        row.value("currency").map(value -> row.checked("currency", Shape.ANY_TEXT).stringValue()).orElse(""),
                        row.text("status", "APPROVED"));
                world.allocations.put(allocation.id(), allocation);
                return allocation;
            }, (world, same) -> world.allocations.values());

    static final Rows<World, SignupCode> SIGNUP_CODES = new Rows<>("signupCodes",
            "Codes that sign-up gave and nobody may have exchanged yet.",
            new Facts<SignupCode>().fixed("code", "", SignupCode::code)
                    .fixed("app", "", SignupCode::appId)
                    .fixed("waba", "", SignupCode::wabaId)
                    .fixed("expiresAt", Shape.TIME, "", (it, w) -> Facts.moment(it.expiresAt()))
                    .fixed("used", Shape.FLAG, "", (it, w) -> w.signupCodes.containsKey(it.code()) && it.used() ? flag(true) : null),
            (row, world) -> {
                SignupCode code = new SignupCode(row.unique("code", world.signupCodes), row.known("app", world.apps).id,
                        row.known("waba", world.wabas).id, Shape.time(row.checked("expiresAt", Shape.TIME).stringValue(), world.now()),
                        row.value("used").isPresent() && row.checked("used", Shape.FLAG).booleanValue());
                world.signupCodes.put(code.code(), code);
                return code;
            }, (world, same) -> world.signupCodes.values());

    private AccountRows() {}

    private static JsonNode flag(boolean value) {
        return Json.object().booleanNode(value);
    }

    private static Facts<Business> businesses() {
        return new Facts<Business>().fixed("id", "", it -> it.id)
                .text("name", "", it -> it.name, (it, value) -> it.name = value)
                .oneOf("verification", Words.VERIFICATION, it -> it.verification, (it, value) -> it.verification = value)
                .oneOf("messagingLimit", Words.LIMIT, it -> it.messagingLimit, (it, value) -> it.messagingLimit = value)
                .whole("phoneCap", "numbers over all its WABAs; 2 while unverified, else 20", it -> it.phoneCap,
                        (it, value) -> it.phoneCap = value)
                .whole("wabaCap", "", it -> it.wabaCap, (it, value) -> it.wabaCap = value)
                .map("catalogs", "catalogs of products it owns: id to name", it -> it.catalogs)
                .text("createdOn", "as Graph writes times", it -> it.createdOn, (it, value) -> it.createdOn = value);
    }

    private static Facts<App> apps() {
        return new Facts<App>().fixed("id", "", it -> it.id)
                .fixed("name", "", it -> it.name)
                .fixed("business", "id of its portfolio", it -> it.businessId)
                .fixed("secret", Shape.TEXT, "app secret", (it, world) -> Facts.text(world.unsealed(it.secret)))
                .flag("proofRequired", "whether every call must carry `appsecret_proof`", it -> it.proofRequired,
                        (it, value) -> it.proofRequired = value)
                .flag("blocked", "every call answers 200, API access blocked", it -> it.blocked, (it, value) -> it.blocked = value)
                .texts("advancedAccess", Shape.someOf(Words.PERMISSION), "without one it reaches only what its own portfolio owns",
                        it -> it.advancedAccess)
                .textOrNone("webhookUrl", "where its webhooks go", it -> it.webhookUrl, (it, value) -> it.webhookUrl = value)
                .text("webhookVerifyToken", "", it -> it.webhookVerifyToken, (it, value) -> it.webhookVerifyToken = value)
                .texts("webhookFields", Shape.TEXTS, "empty: every field", it -> it.webhookFields);
    }

    private static Facts<Token> tokens() {
        return new Facts<Token>().fixed("value", Shape.TEXT, "the token", (it, world) -> Facts.text(world.unsealed(it.value)))
                .fixed("kind", Shape.oneOf(List.of("SYSTEM_USER", "USER")), "", (it, w) -> Facts.text(it.kind.name()))
                .fixed("app", "", it -> it.app.id)
                .fixed("user", "id of a system user or a person; or of nobody the file knows, with `business`", it -> it.userId)
                .fixed("business", "in whose name it acts; as the user's", it -> it.businessId)
                .fixed("scopes", Shape.someOf(Words.PERMISSION), "", (it, w) -> strings(it.scopes))
                .fixed("wabas", Shape.TEXTS, "WABAs it was granted one by one; empty: all its portfolio reaches",
                        (it, w) -> it.wabaIds.isEmpty() ? null : strings(it.wabaIds))
                .fixed("issuedAt", Shape.TIME, "", (it, w) -> Facts.moment(it.issuedAt))
                .fixed("expiresAt", Shape.TIME.orNone(), "left out or null: never", (it, w) -> Facts.moment(it.expiresAt))
                .flag("revoked", "", it -> it.revoked, (it, value) -> it.revoked = value);
    }

    private static JsonNode strings(Set<String> texts) {
        return Json.strings(texts.stream().sorted().toList());
    }

    private static Token token(Row row, World world) {
        Token.Kind kind = row.oneOf("kind", Token.Kind.class, Token.Kind.SYSTEM_USER);
        String user = row.text("user");
        Instant issued = row.value("issuedAt").isPresent()
                ? Shape.time(row.checked("issuedAt", Shape.TIME).stringValue(), world.now())
                : world.now().minus(Duration.ofDays(30));
        return new Token(world.sealed(row.text("value")), kind, row.known("app", world.apps),
                new Token.Holder(business(row, world, user), user),
                new Token.Grant(texts(row, "scopes", Shape.someOf(Words.PERMISSION)), texts(row, "wabas", Shape.TEXTS), issued,
                        expiry(row, world)));
    }

    private static String wabaOf(Row row, World world) {
        boolean attached = row.value("waba").filter(value -> !value.asString("").isEmpty()).isPresent();
        return attached ? row.known("waba", world.wabas).id : "";
    }

    private static String business(Row row, World world, String user) {
        if (row.value("business").isPresent()) {
            return row.known("business", world.businesses).id;
        }
        Person person = world.people.get(user);
        return person != null ? person.businessId() : row.known("user", world.systemUsers).businessId();
    }

    private static @Nullable Instant expiry(Row row, World world) {
        JsonNode value = row.value("expiresAt").isPresent() ? row.checked("expiresAt", Shape.TIME.orNone()) : null;
        return value == null || value.isNull() ? null : Shape.time(value.stringValue(), world.now());
    }

    private static Set<String> texts(Row row, String name, Shape shape) {
        Set<String> texts = new HashSet<>();
        if (row.value(name).isPresent()) {
            row.checked(name, shape).forEach(item -> texts.add(item.stringValue()));
        }
        return texts;
    }
}

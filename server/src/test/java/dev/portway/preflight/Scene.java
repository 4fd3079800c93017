package dev.portway.preflight;

import dev.portway.graphclient.answer.Usage;
import dev.portway.graphclient.node.AppWebhook;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessPhoneNumber.AccountMode;
import dev.portway.graphclient.node.BusinessPhoneNumber.CodeVerification;
import dev.portway.graphclient.node.BusinessPhoneNumber.NameStatus;
import dev.portway.graphclient.node.BusinessPhoneNumber.Platform;
import dev.portway.graphclient.node.BusinessPhoneNumber.Status;
import dev.portway.graphclient.node.BusinessPhoneNumber.Throughput;
import dev.portway.graphclient.node.BusinessUser;
import dev.portway.graphclient.node.BusinessVerification;
import dev.portway.graphclient.node.CreditAllocation;
import dev.portway.graphclient.node.Health;
import dev.portway.graphclient.node.MessagingLimit;
import dev.portway.graphclient.node.SubscribedApp;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.TokenInfo;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.CreditAllocationId;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.TemplateId;
import dev.portway.graphclient.value.UserId;
import dev.portway.migration.Order;
import dev.portway.migration.Proving;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Graph shows, good in every respect until a test spoils something. An empty text is a field that is absent. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final PhoneNumber NUMBER = new PhoneNumber("+5511987650002");
    private static final String APP = "634974688087002";

    String display = "+55 11 98765-0002";
    String status = "CONNECTED";
    String verification = "VERIFIED";
    String throughput = "STANDARD";
    String platform = "CLOUD_API";
    String mode = "LIVE";
    String name = "APPROVED";
    String newName = "NONE";
    String pin = "false";
    String onApp = "false";
    String quality = "GREEN";
    PhoneNumber asked = NUMBER;
    Node from = new Node("200000000000001");
    Node to = new Node("200000000000002");
    String thereDisplay = "";
    String thereStatus = "";
    List<String> apps = List.of(APP);
    List<String> sourceApps = List.of("634974688087001", APP);
    List<String> roles = List.of("EMPLOYEE", "ADMIN");
    Token token = new Token();
    Token sourceToken = new Token();
    SourceAccess access = SourceAccess.READ;
    @Nullable
    Unseen numbersUnseen;
    @Nullable
    Unseen thereUnseen;
    @Nullable
    Unseen appsUnseen;
    @Nullable
    Unseen peopleUnseen;
    final List<Learned<?>> said = new ArrayList<>(
            List.of(Learned.that(Fact.SOURCE_TOLD, AccountTold.banned("REINSTATE", "", NOW.minusSeconds(86_400)))));
    Spendings tried = Spendings.NONE;
    String callback = "https://rota.example/hook?key=s3cret";
    boolean callbackOn = true;
    List<String> hears = List.of("account_update", "messages");
    /** What our credit line pays with at the client's. */
    String shared = "630000000000002";
    @Nullable
    Unseen webhooksUnseen;
    /** In percent, of the calls about the destination. */
    int used = 3;
    /** Numbers of the destination beside the one that moves. */
    int thereBeside;

    /** A WABA. */
    static final class Node {
        private final String id;
        String owner = "510000000000011";
        String review = "APPROVED";
        String business = "verified";
        String standing = "ACTIVE";
        String request = "APPROVED";
        String funding = "630000000000002";
        String fields = "id,primary_funding_id";
        String ownership = "CLIENT_OWNED";
        String limit = "TIER_10K";
        String currency = "BRL";
        int obstacle;
        int templates = 10;
        @Nullable
        Unseen unseen;
        @Nullable
        Unseen templatesUnseen;

        Node(String id) {
            this.id = id;
        }

        Reading<Waba> waba() {
            return unseen == null ? new Reading.Read<>(shown(), fields) : new Reading.Unread<>(unseen);
        }

        private Waba shown() {
            var health = obstacle == 0
                    ? new Health(Open.of(Health.Ability.class, "AVAILABLE"), List.of())
                    : new Health(Open.of(Health.Ability.class, "BLOCKED"),
                            List.of(new Health.Entity(Open.of(Health.EntityType.class, "WABA"), id,
                                    Open.of(Health.Ability.class, "BLOCKED"), List.of(),
                                    List.of(new Health.Obstacle(obstacle, null, null)))));
            return new Waba(new dev.portway.graphclient.value.WabaId(id), null, currency.isEmpty() ? null : currency, null, null, null,
                    null,
                    null, open(MessagingLimit.class, limit),
                    new Waba.Review(open(Waba.ReviewStatus.class, review), open(BusinessVerification.class, business),
                            open(Waba.Status.class, standing)),
                    new Waba.Ownership(open(Waba.OwnershipType.class, ownership),
                            owner.isEmpty() ? null : new Waba.Owner(new BusinessId(owner), null),
                            request.isEmpty() ? null : new Waba.OnBehalfOf(null, null, request, null), null),
                    new Waba.Payment(funding.isEmpty() ? null : funding, null), new Waba.Settings(null, null, null, null, null, null, null),
                    health);
        }

        Reading<List<Template>> templates() {
            List<Template> some = IntStream.range(0, templates).mapToObj(Node::template).toList();
            return templatesUnseen == null ? new Reading.Read<>(some, "id") : new Reading.Unread<>(templatesUnseen);
        }

        private static Template template(int i) {
            return new Template(new TemplateId(String.valueOf(1_000_000 + i)), "t" + i, "pt_BR", null, null, null, null, null, null, null,
                    null, null, null, null,
                    "[]");
        }
    }

    /** What {@code debug_token} says. */
    static final class Token {
        boolean valid = true;
        String app = APP;
        List<String> scopes = List.of("whatsapp_business_management", "whatsapp_business_messaging");
        List<String> targets = List.of();
        @Nullable
        Instant expires;
        @Nullable
        Unseen unseen;

        Reading<TokenInfo> reading() {
            var info = new TokenInfo(valid, new AppId(app), null, "SYSTEM_USER", expires, null, scopes,
                    scopes.stream().map(scope -> new TokenInfo.Grant(scope, targets)).toList(), null, valid ? null : "Session has expired");
            return unseen == null ? new Reading.Read<>(info, "") : new Reading.Unread<>(unseen);
        }
    }

    Order order() {
        return new Order(List.of(asked), Optional.of(new WabaId(from.id)), access, Optional.of(new WabaId(to.id)), Proving.BEFORE_WINDOW,
                Order.SETTLING,
                Order.PATIENCE, Optional.empty());
    }

    Observed observed() {
        Observed.Side source = access == SourceAccess.NONE
                ? Observed.Side.unread(Unseen.NO_ACCESS)
                : new Observed.Side(sourceToken.reading(), from.waba(), list(numbersUnseen, display, number(display, status)),
                        from.templates(), listening(sourceApps));
        Observed.Side destination = new Observed.Side(token.reading(), told(to.waba()),
                there(),
                to.templates(), listening(apps));
        Reading<List<BusinessUser>> people = peopleUnseen == null
                ? new Reading.Read<>(roles.stream()
                        .map(role -> new BusinessUser(new UserId("615000000000001"), open(BusinessUser.Role.class, role)))
                        .toList(), "")
                : new Reading.Unread<>(peopleUnseen);
        return new Observed(source, destination, new Observed.Beside(people, webhooks(), shares()), Optional.of(APP));
    }

    private Reading<List<AppWebhook>> webhooks() {
        return webhooksUnseen == null
                ? new Reading.Read<>(callback.isEmpty()
                        ? List.of()
                        : List.of(new AppWebhook("whatsapp_business_account", callback, callbackOn, hears)), "")
                : new Reading.Unread<>(webhooksUnseen);
    }

    private Reading<List<CreditAllocation>> shares() {
        return new Reading.Read<>(List.of(new CreditAllocation(new CreditAllocationId("640000000000001"), shared, "CONFIRMED")), "");
    }

    private Reading<List<SubscribedApp>> listening(List<String> some) {
        return appsUnseen == null
                ? new Reading.Read<>(some.stream().map(app -> new SubscribedApp(new AppId(app), "app " + app, null, null)).toList(), "")
                : new Reading.Unread<>(appsUnseen);
    }

    private Reading<Waba> told(Reading<Waba> waba) {
        var load = new Usage.Load(used, 1, 1);
        var usage = new Usage(List.of(new Usage.BusinessUse(to.id, "whatsapp_business_management", load, 0)), null);
        return waba instanceof Reading.Read<Waba>(Waba read, String fields, _) && used > 0 ? new Reading.Read<>(read, fields, usage) : waba;
    }

    private Reading<List<BusinessPhoneNumber>> there() {
        Reading<List<BusinessPhoneNumber>> shown = list(thereUnseen, thereDisplay, number(thereDisplay, thereStatus));
        Stream<BusinessPhoneNumber> beside = IntStream.range(0, thereBeside)
                .mapToObj(i -> number("+55 11 4000-1%03d".formatted(i), "CONNECTED"));
        return shown.map(some -> Stream.concat(some.stream(), beside).toList());
    }

    /** Everything that is read is unseen, on both sides. */
    void unseen(Unseen why) {
        for (Node node : List.of(from, to)) {
            node.unseen = why;
            node.templatesUnseen = why;
        }
        numbersUnseen = why;
        thereUnseen = why;
        appsUnseen = why;
        peopleUnseen = why;
        webhooksUnseen = why;
        token.unseen = why;
        sourceToken.unseen = why;
    }

    List<Finding> findings() {
        return new Checks(observed(), new Judge(order(), Facts.NONE.with(said, 1, NOW, Source.PORTWAY), tried, NOW)).all();
    }

    Finding finding(Check check) {
        return findings().stream().filter(one -> one.check().equals(check.id())).findFirst().orElseThrow();
    }

    private static Reading<List<BusinessPhoneNumber>> list(@Nullable Unseen why, String display, BusinessPhoneNumber number) {
        return why == null ? new Reading.Read<>(display.isEmpty() ? List.of() : List.of(number), "") : new Reading.Unread<>(why);
    }

    private BusinessPhoneNumber number(String shown, String standing) {
        return new BusinessPhoneNumber(new PhoneNumberId("106540352240002"), shown, null, null,
                new BusinessPhoneNumber.DisplayName(null, open(NameStatus.class, name), null, open(NameStatus.class, newName), null, null),
                new BusinessPhoneNumber.Registration(open(Status.class, standing), open(CodeVerification.class, verification), flag(pin),
                        open(Platform.class, platform), null, open(AccountMode.class, mode), flag(onApp), null, null, null),
                new BusinessPhoneNumber.Standing(open(BusinessPhoneNumber.Quality.class, quality), null, null, null,
                        open(Throughput.class, throughput), null, null),
                new BusinessPhoneNumber.Visibility(null, null, null), null, null, null);
    }

    private static @Nullable Boolean flag(String text) {
        return text.isEmpty() ? null : Boolean.valueOf(text);
    }

    private static <E extends Enum<E>> @Nullable Open<E> open(Class<E> type, String text) {
        return text.isEmpty() ? null : Open.of(type, text);
    }
}

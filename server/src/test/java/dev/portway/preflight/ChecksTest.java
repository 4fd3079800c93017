package dev.portway.preflight;

import static dev.portway.migration.fact.Finding.Verdict.FAILS;
import static dev.portway.migration.fact.Finding.Verdict.HOLDS;
import static dev.portway.migration.fact.Finding.Verdict.UNKNOWN;
import static dev.portway.migration.fact.Finding.Verdict.WARNS;
import static dev.portway.preflight.Check.APP_SUBSCRIBED;
import static dev.portway.preflight.Check.DESTINATION_READY;
import static dev.portway.preflight.Check.DESTINATION_TOKEN;
import static dev.portway.preflight.Check.DISPLAY_NAME_APPROVED;
import static dev.portway.preflight.Check.NOT_AT_DESTINATION;
import static dev.portway.preflight.Check.NOT_A_TEST_NUMBER;
import static dev.portway.preflight.Check.NOT_ON_BUSINESS_APP;
import static dev.portway.preflight.Check.NOT_ON_PREMISES;
import static dev.portway.preflight.Check.NUMBER_AT_SOURCE;
import static dev.portway.preflight.Check.NUMBER_FORMAT;
import static dev.portway.preflight.Check.NUMBER_NOT_RESTRICTED;
import static dev.portway.preflight.Check.NUMBER_REGISTERED;
import static dev.portway.preflight.Check.PAYMENT_AT_DESTINATION;
import static dev.portway.preflight.Check.REQUEST_APPROVED;
import static dev.portway.preflight.Check.SAME_BUSINESS;
import static dev.portway.preflight.Check.SOURCE_READY;
import static dev.portway.preflight.Check.SOURCE_TOKEN;
import static dev.portway.preflight.Check.TEMPLATE_CAPACITY;
import static dev.portway.preflight.Check.TWO_STEP_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.portway.migration.Act;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Statement;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.migration.fact.Unseen;
import dev.portway.words.Vocabulary;
import dev.portway.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksTest {
    /** What reads the source, and so sees nothing without access to it. */
    private static final Set<Check> OF_SOURCE = Arrays.stream(Check.values())
            .filter(check -> EnumSet.of(Check.Side.SOURCE, Check.Side.BOTH).contains(check.read().side()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));

    private final Scene scene = new Scene();

    @Test
    void twoStepToldByAWebhook_isEvidenceWhereGraphShowsNothing() {
        var at = Scene.NOW.minusSeconds(60);
        scene.said.add(Learned.that(Fact.TWO_STEP_TOLD, Scene.NUMBER, TwoStepTold.of("PIN_REQUEST_SUCCESS", at).orElseThrow()));
        scene.pin = "";
        Finding told = scene.finding(TWO_STEP_OFF);
        assertThat(told.verdict()).isEqualTo(HOLDS);
        assertThat(told.certainty()).isEqualTo(Certainty.VERIFIED);
        assertThat(told.at()).isEqualTo(at);
        assertThat(told.where()).isEqualTo("webhook security: PIN_REQUEST_SUCCESS");
        assertThat(told.toldBy()).isPresent();

        scene.pin = "true";
        assertThat(scene.finding(TWO_STEP_OFF).verdict()).isEqualTo(FAILS);
        scene.numbersUnseen = Unseen.UNREACHABLE;
        assertThat(scene.finding(TWO_STEP_OFF).verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void everythingInOrder_holds_eachCheckOnce_andIsSeen() {
        withLine(scene);

        List<Finding> findings = scene.findings();

        assertThat(findings).extracting(Finding::check).containsExactlyElementsOf(Arrays.stream(Check.values()).map(Check::id).toList());
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.verdict()).as(finding.check()).isEqualTo(HOLDS);
            assertThat(finding.certainty()).isEqualTo(Certainty.VERIFIED);
            assertThat(finding.value()).isNotBlank();
            assertThat(Check.named(finding.value())).as("a check's name would be read as one that is not met").isEmpty();
            assertThat(finding.at()).isEqualTo(Scene.NOW);
        });
        assertThat(new Findings(findings).clear()).isTrue();
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                spoilt(DESTINATION_TOKEN, FAILS, "Session has expired", scene -> scene.token.valid = false),
                spoilt(DESTINATION_TOKEN, FAILS, "token-invalid", scene -> scene.token.unseen = Unseen.TOKEN_INVALID),
                spoilt(DESTINATION_TOKEN, FAILS, "access-blocked", scene -> scene.token.unseen = Unseen.ACCESS_BLOCKED),
                spoilt(DESTINATION_TOKEN, FAILS, "lacks: whatsapp_business_management",
                        scene -> scene.token.scopes = List.of("whatsapp_business_messaging")),
                spoilt(DESTINATION_TOKEN, FAILS, "lacks: whatsapp_business_messaging",
                        scene -> scene.token.scopes = List.of("whatsapp_business_management")),
                spoilt(DESTINATION_TOKEN, FAILS, "out-of-reach: whatsapp_business_management / 200000000000002",
                        scene -> scene.token.targets = List.of("200000000000008")),
                spoilt(DESTINATION_TOKEN, HOLDS, "valid", scene -> scene.token.targets = List.of("200000000000008", "200000000000002")),
                spoilt(DESTINATION_TOKEN, FAILS, "of-another-app: 1234567 / 634974688087002", scene -> scene.token.app = "1234567"),
                spoilt(Check.QUALITY_GOOD, WARNS, "RED", scene -> scene.quality = "RED"),
                spoilt(Check.QUALITY_GOOD, HOLDS, "NA", scene -> scene.quality = "NA"),
                spoilt(Check.PAYMENT_AT_SOURCE, WARNS, "absent", scene -> {
                    scene.from.funding = "";
                    scene.access = SourceAccess.OWN;
                }),
                spoilt(Check.PAYMENT_AT_SOURCE, WARNS, "absent", scene -> {
                    scene.from.funding = "";
                    scene.from.obstacle = 141006;
                }),
                spoilt(Check.NOT_ISSUED_BY_WHATSAPP, WARNS, "issued", scene -> scene.asked = new PhoneNumber("+15550150014")),
                spoilt(Check.NOT_ISSUED_BY_WHATSAPP, HOLDS, "SANDBOX", scene -> {
                    scene.asked = new PhoneNumber("+15550150014");
                    scene.display = "+1 555-015-0014";
                    scene.mode = "SANDBOX";
                }),
                spoilt(Check.REGISTERS_LEFT, HOLDS, "tries-left: 3 / 10", scene -> tried(scene, Act.REGISTER, 7)),
                spoilt(Check.REGISTERS_LEFT, WARNS, "tries-left: 2 / 10", scene -> tried(scene, Act.REGISTER, 8)),
                spoilt(Check.REGISTERS_LEFT, WARNS, "none-left-until: 2026-11-24T11:50:00Z", scene -> tried(scene, Act.REGISTER, 10)),
                spoilt(Check.CODES_LEFT, WARNS, "tries-left: 1 / 5", scene -> tried(scene, Act.REQUEST_CODE, 4)),
                spoilt(Check.CODES_LEFT, WARNS, "tries-left: 2 / 5", scene -> tried(scene, Act.VERIFY_CODE, 3)),
                spoilt(Check.ROOM_FOR_NUMBERS, HOLDS, "in-portfolio", scene -> scene.thereBeside = 20),
                spoilt(Check.ROOM_FOR_NUMBERS, WARNS, "numbers: 20 / 1 / 20", scene -> {
                    scene.from.owner = "510000000000013";
                    scene.thereBeside = 20;
                }),
                spoilt(Check.ROOM_FOR_NUMBERS, WARNS, "numbers: 2 / 1 / 2", scene -> {
                    scene.access = SourceAccess.NONE;
                    scene.to.business = "not_verified";
                    scene.thereBeside = 2;
                }),
                spoilt(Check.OWNED_BY_CLIENT, WARNS, "AGENCY_OWNED", scene -> scene.from.ownership = "AGENCY_OWNED"),
                spoilt(Check.OWNED_BY_CLIENT, HOLDS, "A_NEW_WORD", scene -> scene.from.ownership = "A_NEW_WORD"),
                spoilt(Check.ALONE_AT_SOURCE, WARNS, "app 634974688087001, app 634974688087006",
                        scene -> scene.sourceApps = List.of("634974688087006", "634974688087001", "634974688087002")),
                spoilt(Check.ALONE_AT_SOURCE, HOLDS, "no-app", scene -> scene.sourceApps = List.of("634974688087002")),
                spoilt(Check.ADMIN_KNOWN, HOLDS, "admins: 1", scene -> {}),
                spoilt(Check.ADMIN_KNOWN, WARNS, "admins: 0", scene -> scene.roles = List.of("EMPLOYEE", "A_NEW_WORD")),
                spoilt(Check.NO_BAN_ANNOUNCED, HOLDS, "nothing-in-force", scene -> {}),
                spoilt(Check.NO_BAN_ANNOUNCED, WARNS, "at-source: SCHEDULE_FOR_DISABLE 2026-12-01",
                        scene -> scene.said.add(banned("SCHEDULE_FOR_DISABLE"))),
                spoilt(Check.NO_BAN_ANNOUNCED, WARNS, "at-destination: RESTRICTED_ADD_PHONE_NUMBER_ACTION 2026-11-21T12:00:01Z",
                        scene -> scene.said.add(restricted(Scene.NOW.plusSeconds(1)))),
                spoilt(Check.NO_BAN_ANNOUNCED, HOLDS, "nothing-in-force", scene -> scene.said.add(restricted(Scene.NOW))),
                spoilt(Check.MESSAGING_LIMIT, WARNS, "TIER_250", scene -> scene.from.limit = "TIER_250"),
                spoilt(Check.ABLE_TO_SEND, WARNS, "BLOCKED WABA 141010", scene -> scene.to.obstacle = 141010),
                spoilt(Check.ABLE_TO_SEND, HOLDS, "AVAILABLE", scene -> scene.to.obstacle = 141006),
                spoilt(Check.SAME_CURRENCY, WARNS, "currencies: BRL / USD", scene -> scene.to.currency = "USD"),
                spoilt(Check.CODE_REACHABLE, WARNS, "line: FIXED_LINE", scene -> scene.asked = new PhoneNumber("+551137650017")),
                spoilt(Check.CALL_ANSWERED, HOLDS, "line: MOBILE", scene -> {}),
                spoilt(Check.CALL_ANSWERED, WARNS, "line: PERSONAL_NUMBER", scene -> scene.asked = new PhoneNumber("+447012345678")),
                spoilt(DESTINATION_TOKEN, WARNS, "valid-until: 2026-11-22T12:00:00Z",
                        scene -> scene.token.expires = Scene.NOW.plus(Duration.ofDays(1))),
                spoilt(DESTINATION_TOKEN, HOLDS, "valid-until: 2026-12-21T12:00:00Z",
                        scene -> scene.token.expires = Scene.NOW.plus(Duration.ofDays(30))),
                spoilt(SOURCE_TOKEN, WARNS, "Session has expired", scene -> scene.sourceToken.valid = false),
                spoilt(SOURCE_TOKEN, HOLDS, "valid", scene -> scene.sourceToken.scopes = List.of("whatsapp_business_management")),
                spoilt(SOURCE_TOKEN, WARNS, "lacks: whatsapp_business_messaging", scene -> {
                    scene.access = SourceAccess.OWN;
                    scene.sourceToken.scopes = List.of("whatsapp_business_management");
                }),
                spoilt(NUMBER_FORMAT, FAILS, "shown-as: +5511987650002 / +55 11 8765-0002", scene -> scene.display = "+55 11 8765-0002"),
                spoilt(NUMBER_AT_SOURCE, FAILS, "not-listed", scene -> scene.display = "+55 11 98765-0003"),
                spoilt(NUMBER_REGISTERED, FAILS, "DISCONNECTED, NOT_VERIFIED, NOT_APPLICABLE", ChecksTest::neverRegistered),
                spoilt(NUMBER_REGISTERED, FAILS, "CONNECTED, NOT_VERIFIED, NOT_APPLICABLE", scene -> {
                    neverRegistered(scene);
                    scene.status = "CONNECTED";
                }),
                spoilt(NUMBER_REGISTERED, HOLDS, "CONNECTED, EXPIRED, STANDARD", scene -> scene.verification = "EXPIRED"),
                spoilt(NOT_AT_DESTINATION, FAILS, "CONNECTED", scene -> there(scene, "CONNECTED")),
                spoilt(NOT_AT_DESTINATION, HOLDS, "PENDING", scene -> there(scene, "PENDING")),
                spoilt(NOT_AT_DESTINATION, HOLDS, "not-listed", scene -> {}),
                spoilt(TWO_STEP_OFF, FAILS, "on", scene -> scene.pin = "true"),
                spoilt(DISPLAY_NAME_APPROVED, FAILS, "DECLINED", scene -> scene.name = "DECLINED"),
                spoilt(DISPLAY_NAME_APPROVED, FAILS, "A_NEW_WORD", scene -> scene.name = "A_NEW_WORD"),
                spoilt(DISPLAY_NAME_APPROVED, FAILS, "APPROVED, change: PENDING_REVIEW", scene -> scene.newName = "PENDING_REVIEW"),
                spoilt(DISPLAY_NAME_APPROVED, HOLDS, "APPROVED, change: DECLINED", scene -> scene.newName = "DECLINED"),
                spoilt(DISPLAY_NAME_APPROVED, HOLDS, "APPROVED", scene -> scene.newName = "NON_EXISTS"),
                spoilt(NOT_ON_BUSINESS_APP, FAILS, "used-in-app", scene -> scene.onApp = "true"),
                spoilt(NOT_ON_PREMISES, FAILS, "ON_PREMISE", scene -> scene.platform = "ON_PREMISE"),
                spoilt(NOT_ON_PREMISES, HOLDS, "ON_PREMISE", ChecksTest::neverRegistered),
                spoilt(NOT_A_TEST_NUMBER, FAILS, "SANDBOX", scene -> scene.mode = "SANDBOX"),
                spoilt(NUMBER_NOT_RESTRICTED, FAILS, "BANNED", scene -> scene.status = "BANNED"),
                spoilt(NUMBER_NOT_RESTRICTED, FAILS, "RESTRICTED", scene -> scene.status = "RESTRICTED"),
                spoilt(NUMBER_AT_SOURCE, FAILS, "MIGRATED", scene -> scene.status = "MIGRATED"),
                spoilt(NUMBER_AT_SOURCE, FAILS, "DELETED", scene -> scene.status = "DELETED"),
                spoilt(NUMBER_REGISTERED, FAILS, "PENDING, VERIFIED, NOT_APPLICABLE", scene -> {
                    scene.status = "PENDING";
                    scene.throughput = "NOT_APPLICABLE";
                }),
                spoilt(NUMBER_REGISTERED, FAILS, "DISCONNECTED, VERIFIED, NOT_APPLICABLE", scene -> {
                    scene.status = "DISCONNECTED";
                    scene.throughput = "NOT_APPLICABLE";
                }),
                spoilt(NUMBER_REGISTERED, HOLDS, "CONNECTED, VERIFIED, NOT_APPLICABLE", scene -> scene.throughput = "NOT_APPLICABLE"),
                spoilt(NUMBER_NOT_RESTRICTED, HOLDS, "FLAGGED", scene -> scene.status = "FLAGGED"),
                spoilt(SAME_BUSINESS, FAILS, "businesses: 510000000000013 / 510000000000011",
                        scene -> scene.from.owner = "510000000000013"),
                spoilt(SOURCE_READY, FAILS, "APPROVED, not_verified", scene -> scene.from.business = "not_verified"),
                spoilt(SOURCE_READY, FAILS, "not-shown, rejected", scene -> {
                    scene.from.review = "";
                    scene.from.business = "rejected";
                }),
                spoilt(SOURCE_READY, FAILS, "APPROVED, verified, request: PENDING", scene -> scene.from.request = "PENDING"),
                spoilt(SOURCE_READY, FAILS, "APPROVED, verified, DISABLED", scene -> scene.from.standing = "DISABLED"),
                spoilt(DESTINATION_READY, FAILS, "APPROVED, verified, RESTRICTED", scene -> scene.to.standing = "RESTRICTED"),
                spoilt(DESTINATION_READY, HOLDS, "APPROVED, verified", scene -> scene.to.request = "PENDING"),
                spoilt(DESTINATION_READY, FAILS, "PENDING, verified", scene -> scene.to.review = "PENDING"),
                spoilt(DESTINATION_READY, FAILS, "PENDING, not-shown", scene -> {
                    scene.to.review = "PENDING";
                    scene.to.business = "";
                }),
                spoilt(REQUEST_APPROVED, FAILS, "PENDING", scene -> scene.to.request = "PENDING"),
                spoilt(PAYMENT_AT_DESTINATION, FAILS, "absent", scene -> scene.to.funding = ""),
                spoilt(PAYMENT_AT_DESTINATION, WARNS, "absent", scene -> {
                    scene.to.funding = "";
                    scene.said.add(Learned.that(Fact.CREDIT_LINE, "630000000000009"));
                }),
                spoilt(PAYMENT_AT_DESTINATION, FAILS, "absent", scene -> {
                    notAskable(scene);
                    scene.to.obstacle = 141006;
                }),
                spoilt(Check.CALLBACK_REACHABLE, HOLDS, "callback: rota.example", scene -> {}),
                spoilt(Check.CALLBACK_REACHABLE, HOLDS, "callback: rota.example", scene -> scene.hears = List.of()),
                spoilt(Check.CALLBACK_REACHABLE, WARNS, "no-callback", scene -> scene.callback = ""),
                spoilt(Check.CALLBACK_REACHABLE, WARNS, "callback-off: rota.example", scene -> scene.callbackOn = false),
                spoilt(Check.CALLBACK_REACHABLE, WARNS, "callback-without-messages: rota.example",
                        scene -> scene.hears = List.of("account_update")),
                spoilt(Check.NO_OTHER_LINE, HOLDS, "our-line", ChecksTest::withLine),
                spoilt(Check.NO_OTHER_LINE, HOLDS, "no-line", scene -> {
                    withLine(scene);
                    scene.to.funding = "";
                }),
                spoilt(Check.NO_OTHER_LINE, WARNS, "not-our-line", scene -> {
                    withLine(scene);
                    scene.shared = "630000000000009";
                }),
                spoilt(Check.CALLS_LEFT, HOLDS, "enough-calls-left", scene -> scene.used = 74),
                spoilt(Check.CALLS_LEFT, WARNS, "calls-nearly-used: 200000000000002", scene -> scene.used = 75),
                spoilt(APP_SUBSCRIBED, WARNS, "not-subscribed", scene -> scene.apps = List.of("634974688087001")),
                spoilt(TEMPLATE_CAPACITY, WARNS, "templates: 200 / 51 / 250", scene -> {
                    scene.from.templates = 51;
                    scene.to.templates = 200;
                    scene.to.business = "not_verified";
                }),
                spoilt(TEMPLATE_CAPACITY, HOLDS, "templates: 200 / 50 / 250", scene -> {
                    scene.from.templates = 50;
                    scene.to.templates = 200;
                    scene.to.business = "not_verified";
                }));
    }

    /** The order brings our credit line. */
    private static void withLine(Scene scene) {
        scene.said.add(Learned.that(Fact.CREDIT_LINE, "620000000000002"));
    }

    private static Learned<?> banned(String state) {
        return Learned.that(Fact.SOURCE_TOLD, AccountTold.banned(state, "2026-12-01", Scene.NOW));
    }

    private static Learned<?> restricted(Instant until) {
        var restriction = new AccountTold.Restriction("RESTRICTED_ADD_PHONE_NUMBER_ACTION", until);
        return Learned.that(Fact.DESTINATION_TOLD, AccountTold.restricted(List.of(restriction), Scene.NOW));
    }

    /** The oldest of them ten minutes ago. */
    private static void tried(Scene scene, Act act, int times) {
        scene.tried = new Spendings(IntStream.rangeClosed(1, times)
                .mapToObj(i -> new Spendings.Try(Scene.NUMBER, act, Scene.NOW.minus(Duration.ofMinutes(11 - i)), Optional.empty()))
                .toList());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("spoilt")
    void whatIsSeen_isJudged(Check check, Verdict verdict, String value, Consumer<Scene> spoil) {
        spoil.accept(scene);

        Finding finding = scene.finding(check);

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.value()).isEqualTo(value);
        assertThat(finding.certainty()).isEqualTo(Certainty.VERIFIED);
        assertThat(finding.unseen()).isEmpty();
        assertThat(finding.blocks()).isEqualTo(verdict == FAILS);
        assertThat(finding.owner()).isEqualTo(check.owner());
        assertThat(Words.LANGUAGES).allSatisfy(language -> assertThat(new Vocabulary(Words.of("words", language)).saw(finding.value()))
                .as("is said in %s, with no blank left", language)
                .doesNotContainPattern("[a-z]-[a-z]+(:|$)|^[a-z-]+: |\\{"));
    }

    static Stream<Arguments> absent() {
        return Stream.of(
                absent(NUMBER_REGISTERED, scene -> scene.throughput = ""), absent(NUMBER_REGISTERED, scene -> scene.verification = ""),
                absent(TWO_STEP_OFF, scene -> scene.pin = ""), absent(DISPLAY_NAME_APPROVED, scene -> scene.name = ""),
                absent(NOT_ON_BUSINESS_APP, scene -> scene.onApp = ""), absent(NOT_ON_PREMISES, scene -> scene.platform = ""),
                absent(NOT_A_TEST_NUMBER, scene -> scene.mode = ""), absent(NUMBER_NOT_RESTRICTED, scene -> scene.status = ""),
                absent(SAME_BUSINESS, scene -> scene.from.owner = ""), absent(SAME_BUSINESS, scene -> scene.to.owner = ""),
                absent(SOURCE_READY, scene -> scene.from.business = ""), absent(DESTINATION_READY, scene -> scene.to.review = ""),
                absent(REQUEST_APPROVED, scene -> scene.to.request = ""), absent(Check.PAYMENT_AT_SOURCE, scene -> scene.from.funding = ""),
                absent(Check.NO_BAN_ANNOUNCED, scene -> scene.said.clear()), absent(Check.CALLS_LEFT, scene -> scene.used = 0),
                absent(Check.NO_OTHER_LINE, scene -> {
                    withLine(scene);
                    notAskable(scene);
                }),
                absent(Check.ROOM_FOR_NUMBERS, scene -> {
                    scene.from.owner = "510000000000013";
                    scene.thereBeside = 19;
                }),
                absent(Check.ROOM_FOR_NUMBERS, scene -> {
                    scene.from.owner = "510000000000013";
                    scene.thereBeside = 21; // so Meta has raised it
                }), absent(PAYMENT_AT_DESTINATION, ChecksTest::notAskable),
                absent(TEMPLATE_CAPACITY, scene -> scene.to.business = ""));
    }

    /** Where a person can know, the person is asked and the answer is marked; elsewhere it stays unknown. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("absent")
    void whatGraphLeavesOut_isUnknown_thenStatedWhereAPersonCanKnow(Check check, Consumer<Scene> spoil) {
        spoil.accept(scene);

        Finding unknown = scene.finding(check);
        assertThat(unknown.verdict()).isEqualTo(UNKNOWN);
        assertThat(unknown.certainty()).isEqualTo(Certainty.UNKNOWN);
        assertThat(unknown.unseen()).contains(Unseen.NOT_SHOWN);
        assertThat(unknown.blocks()).isEqualTo(check.without() == Without.STATED);

        if (check.without() == Without.STATED) {
            state(check);
            Finding stated = scene.finding(check);
            assertThat(stated.verdict()).isEqualTo(HOLDS);
            assertThat(stated.certainty()).isEqualTo(Certainty.STATED);
            assertThat(stated.unseen()).contains(Unseen.NOT_SHOWN);
        }
    }

    /** Who is admin is a portfolio's own business: a partner is refused, so a word is welcome, and nothing waits for it. */
    @Test
    void whoIsAdmin_mayBeSaid_andNothingWaitsForIt() {
        scene.peopleUnseen = Unseen.NOT_FOUND;
        assertThat(scene.finding(Check.ADMIN_KNOWN).verdict()).isEqualTo(UNKNOWN);
        assertThat(new Findings(scene.findings()).clear()).isTrue();

        state(Check.ADMIN_KNOWN);
        assertThat(scene.finding(Check.ADMIN_KNOWN).verdict()).isEqualTo(HOLDS);
        assertThat(scene.finding(Check.ADMIN_KNOWN).certainty()).isEqualTo(Certainty.STATED);
    }

    /** Nobody whose mobile gets an SMS is bothered; what a person says of a landline is their word and no more. */
    @ParameterizedTest
    @CsvSource({"+551137650017, +55 11 3765-0017", "+551140050145, +55 11 4005-0145", "+18005550144, +1 800-555-0144"})
    void whoAnswersACall_isAskedWhereNoSmsComes_andTheirWordIsTaken(String number, String display) {
        scene.asked = new PhoneNumber(number);
        scene.display = display;
        assertThat(scene.finding(Check.CALL_ANSWERED).verdict()).isEqualTo(UNKNOWN);
        assertThat(new Findings(scene.findings()).blocking().map(Finding::check)).contains("call-answered");
        assertThat(new Findings(scene.findings()).unseen()).extracting(Finding::check).containsExactly("call-answered");

        scene.said.add(Learned.that(Fact.CALL_STATED_ANSWERED, scene.asked, true));
        assertThat(scene.finding(Check.CALL_ANSWERED).verdict()).isEqualTo(HOLDS);
        assertThat(scene.finding(Check.CALL_ANSWERED).certainty()).isEqualTo(Certainty.STATED);
        assertThat(new Findings(scene.findings()).clear()).isTrue();
    }

    @Test
    void aWord_givesWayToWhatGraphShows() {
        state(TWO_STEP_OFF);
        scene.pin = "true";

        assertThat(scene.finding(TWO_STEP_OFF).verdict()).isEqualTo(FAILS);
    }

    @Test
    void withoutAccess_whatReadsTheSourceIsUnknown_andTheRestIsJudged() {
        scene.access = SourceAccess.NONE;
        scene.to.review = "PENDING";

        for (Finding finding : scene.findings()) {
            Check check = Check.named(finding.check()).orElseThrow();
            if (OF_SOURCE.contains(check)) {
                assertThat(finding.verdict()).as(finding.check()).isEqualTo(UNKNOWN);
                assertThat(finding.unseen()).contains(Unseen.NO_ACCESS);
            } else {
                assertThat(finding.certainty()).as(finding.check()).isEqualTo(Certainty.VERIFIED);
            }
        }
        assertThat(new Findings(scene.findings()).blocking().map(Finding::check)).contains("destination-ready");
    }

    /** Whatever keeps us from seeing, nothing is taken for seen: no check holds and none says that something is not there. */
    @ParameterizedTest
    @EnumSource(Unseen.class)
    void whatCannotBeRead_isUnknown_andSaysWhy(Unseen why) {
        scene.unseen(why);

        assertThat(scene.findings()).filteredOn(finding -> !finding.check().endsWith("-token"))
                .filteredOn(finding -> Check.named(finding.check()).filter(check -> check.read().side() == Check.Side.NEITHER).isEmpty())
                .allSatisfy(finding -> {
                    assertThat(finding.verdict()).as(finding.check()).isEqualTo(UNKNOWN);
                    assertThat(finding.value()).isEmpty();
                    assertThat(finding.unseen()).contains(why);
                });
    }

    /** What will be seen in a minute is not asked of a person, and a person's word does not stand in for it. */
    @ParameterizedTest
    @EnumSource(value = Unseen.class, names = {"RATE_LIMITED", "UNAVAILABLE", "UNREACHABLE"})
    void whatPasses_isLookedAtAgain_notAsked(Unseen why) {
        scene.numbersUnseen = why;
        state(TWO_STEP_OFF);

        var findings = new Findings(scene.findings());

        assertThat(scene.finding(TWO_STEP_OFF).verdict()).isEqualTo(UNKNOWN);
        assertThat(findings.blocking()).isEmpty();
        assertThat(findings.passing()).isTrue();
        assertThat(findings.clear()).isFalse();
        assertThat(scene.observed().blind(Preflight.Depth.ALL)).isEmpty();
    }

    @Test
    void oneListUnread_leavesTheOthersJudged() {
        scene.thereUnseen = Unseen.PERMISSION_MISSING;
        scene.to.templatesUnseen = Unseen.RATE_LIMITED;
        scene.pin = "true";

        assertThat(scene.finding(NOT_AT_DESTINATION).unseen()).contains(Unseen.PERMISSION_MISSING);
        assertThat(scene.finding(NOT_AT_DESTINATION).blocks()).isFalse();
        assertThat(scene.finding(TEMPLATE_CAPACITY).unseen()).contains(Unseen.RATE_LIMITED);
        assertThat(new Findings(scene.findings()).blocking().map(Finding::check)).contains("two-step-off");
    }

    @Test
    void nothingAtAllRead_isBlind_butOneRefusalIsAnAnswer() {
        scene.unseen(Unseen.UNAVAILABLE);
        assertThat(scene.observed().blind(Preflight.Depth.ALL)).contains(Unseen.UNAVAILABLE);
        scene.to.templatesUnseen = Unseen.RATE_LIMITED;
        assertThat(scene.observed().blind(Preflight.Depth.ALL)).contains(Unseen.RATE_LIMITED);
        scene.token.unseen = Unseen.TOKEN_INVALID;
        assertThat(scene.observed().blind(Preflight.Depth.ALL)).isEmpty();
    }

    @Test
    void aNumberThatIsNotListed_isSaidOnce_andNothingElseIsAskedAboutIt() {
        scene.display = "+55 11 90000-0000";

        var blocking = scene.findings().stream().filter(Finding::blocks).map(Finding::check).toList();

        assertThat(blocking).containsExactly("number-at-source");
        assertThat(scene.finding(TWO_STEP_OFF).unseen()).contains(Unseen.NOT_LISTED);
    }

    @Test
    void aNumberInAnotherForm_isRefusedOnce_withBothForms() {
        scene.display = "+55 11 8765-0002";

        assertThat(scene.findings().stream().filter(Finding::blocks).map(Finding::check).toList()).containsExactly("number-format");
        assertThat(scene.finding(NUMBER_FORMAT).number()).contains(Scene.NUMBER);
        assertThat(scene.finding(NUMBER_AT_SOURCE).verdict()).isEqualTo(UNKNOWN);
    }

    private static Arguments spoilt(Check check, Verdict verdict, String value, Consumer<Scene> spoil) {
        return arguments(check, verdict, value, spoil);
    }

    private static Arguments absent(Check check, Consumer<Scene> spoil) {
        return arguments(check, spoil);
    }

    private void state(Check check) {
        var fact = Statement.of(check.id());
        scene.said.add(fact.perNumber() ? Learned.that(fact, Scene.NUMBER, true) : Learned.that(fact, true));
    }

    private static void there(Scene scene, String status) {
        scene.thereDisplay = "+55 11 98765-0002";
        scene.thereStatus = status;
    }

    /** Observed: such a number reads {@code ON_PREMISE} all the same. */
    private static void neverRegistered(Scene scene) {
        scene.status = "DISCONNECTED";
        scene.verification = "NOT_VERIFIED";
        scene.throughput = "NOT_APPLICABLE";
        scene.platform = "ON_PREMISE";
    }

    /** Graph does not have the field for this caller; the client no longer asks for it. */
    private static void notAskable(Scene scene) {
        scene.to.funding = "";
        scene.to.fields = "id,owner_business_info";
    }

    @Test
    void everyCheckThatCanFail_failsInThisTable() {
        Set<Object> failing = spoilt().map(row -> row.get()).filter(row -> row[1] != HOLDS).map(row -> row[0]).collect(Collectors.toSet());

        assertThat(failing).isEqualTo(Set.of(Check.values()));
    }
}

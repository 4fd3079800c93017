package dev.portway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.Visitor;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to the console over HTTP, by those who may and those who may not. */
class SignInTest {

    private static final ProviderId HERE = new ProviderId("here");
    private static final String PASSWORD = "correct horse battery";
    /** Behind TLS no other host of our domain may set them. */
    private static final String SESSION = "__Host-" + SessionCookie.NAME;
    private static final String DEVICE = "__Host-" + SessionCookie.DEVICE;
    private static int people;

    private final Serving serving = Serving.shared();
    private String name = "";
    private Visitor browser = browserAt("");

    @BeforeEach
    void person() {
        name = "person" + ++people;
        users().add(HERE, name, Scope.ADMIN, new Secret(PASSWORD));
        browser = browserAt("203.0.113." + people);
    }

    @Test
    void rightPassword_opensASession_whoseCookieScriptsAndOtherSitesDoNotGet() {
        var in = browser.signIn(name, PASSWORD);

        assertThat(in.status()).isEqualTo(302);
        assertThat(in.goesTo()).isEqualTo("/");
        for (var cookie : new String[]{SESSION, DEVICE}) {
            assertThat(in.setCookie(cookie)).contains("Secure").contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
        }
        assertThat(browser.get("/password").status()).isEqualTo(200);
    }

    @Test
    void markOfOurForms_isASecretOfThisSiteToo() {
        assertThat(browserAt("203.0.113.250").get("/sign-in").setCookie("__Host-portway_csrf")).contains("Secure", "HttpOnly",
                "SameSite=Lax");
    }

    @Test
    void nobodySignedIn_isSentToTheDoor_andBackAgainAfterwards() {
        assertThat(browser.get("/somewhere/else").goesTo()).isEqualTo("/sign-in?next=%2Fsomewhere%2Felse");

        var in = browser.fillIn("/sign-in", Map.of("username", name, "password", PASSWORD, "next", "/somewhere/else"));
        assertThat(in.goesTo()).isEqualTo("/somewhere/else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "/%2Fevil.example",
        "/%5Cevil.example", "%2F%2Fevil.example", "/\t/evil.example", "/\n/evil.example", "javascript:alert(1)", "/..//evil.example",
        "/.//evil.example", "/a/..//evil.example", "evil.example", " //evil.example", "/@evil.example", "///evil.example"})
    void nextThatLeadsElsewhere_isNotFollowed(String next) {
        assertThat(SignInDoor.localPath(next)).isEqualTo("/");
    }

    @Test
    void nextThatLeadsElsewhere_isNotFollowed_norHandedOn() {
        var elsewhere = Map.of("username", name, "next", "//evil.example", "password", "wrong");
        assertThat(browser.fillIn("/sign-in", elsewhere).location()).isEqualTo("/sign-in?wrong");
        var in = new LinkedHashMap<>(elsewhere);
        in.put("password", PASSWORD);
        assertThat(browser.fillIn("/sign-in", in).location()).isEqualTo("/");
    }

    @Test
    void addressOfThousandsOfParts_isAnsweredLikeAnyOther() {
        String deep = "/a".repeat(3000);

        assertThat(browser.get(deep).goesTo()).isEqualTo("/sign-in");
        assertThat(browser.get("/sign-in?next=" + deep).status()).isEqualTo(200);
    }

    @Test
    void firstPassword_opensNothingButItsOwnChange() {
        var first = users().add(HERE, name + "-new", Scope.WRITE).orElseThrow().reveal();

        assertThat(browser.signIn(name + "-new", first).goesTo()).isEqualTo("/password");
        assertThat(browser.get("/").goesTo()).isEqualTo("/password");
        assertThat(browser.get("/migrations").goesTo()).isEqualTo("/password");

        var changed = change(first, "another long password");
        assertThat(changed.goesTo()).isEqualTo("/sign-in?changed");
        assertThat(browser.get("/password").goesTo()).startsWith("/sign-in");
        assertThat(browser.signIn(name + "-new", first).goesTo()).isEqualTo("/sign-in?wrong");
        assertThat(browser.signIn(name + "-new", "another long password").goesTo()).isEqualTo("/");
    }

    @Test
    void chosenPassword_hasToBeLongNewAndTwiceTheSame() {
        browser.signIn(name, PASSWORD);

        assertThat(change("not my password", "another long password").goesTo()).isEqualTo("/password?problem=wrong-password");
        assertThat(change(PASSWORD, "short").goesTo()).isEqualTo("/password?problem=too-short");
        assertThat(change(PASSWORD, "x".repeat(73)).goesTo()).isEqualTo("/password?problem=too-long");
        assertThat(change(PASSWORD, PASSWORD).goesTo()).isEqualTo("/password?problem=same");
        assertThat(
                browser.fillIn("/password", Map.of("current", PASSWORD, "chosen", "another long password", "repeated", "another")).goesTo())
                .isEqualTo("/password?problem=not-repeated");
        assertThat(browser.fillIn("/password", Map.of("current", "wrong as well", "chosen", "short", "repeated", "another")).goesTo())
                .isEqualTo("/password?problem=too-short&problem=not-repeated");
    }

    @Test
    void changedPassword_endsEverySession() {
        browser.signIn(name, PASSWORD);
        var elsewhere = browserAt("198.51.100.7");
        elsewhere.signIn(name, PASSWORD);
        assertThat(elsewhere.get("/password").status()).isEqualTo(200);

        change(PASSWORD, "another long password");

        assertThat(elsewhere.get("/password").goesTo()).startsWith("/sign-in");
    }

    @Test
    void sessionThatWasBroughtAlong_isNotTheOneThatIsOpened() {
        browser.cookies.put(SESSION, "chosen-by-an-attacker");
        browser.signIn(name, PASSWORD);
        var mine = browser.cookies.get(SESSION);
        assertThat(mine).isNotEqualTo("chosen-by-an-attacker").hasSize(43);

        var again = browser.copy();
        again.signIn(name, PASSWORD);
        assertThat(again.cookies.get(SESSION)).isNotEqualTo(mine);
        assertThat(browser.get("/password").goesTo()).as("the session that was signed in over").startsWith("/sign-in");
    }

    @Test
    void sessionSetByAnotherHostOfOurDomain_isNone() {
        var theirs = browser.copy();
        theirs.signIn(name, PASSWORD);
        browser.cookies.put(SessionCookie.NAME, theirs.cookies.get(SESSION));

        assertThat(browser.get("/password").goesTo()).startsWith("/sign-in");
    }

    @Test
    void signingOut_endsTheSessionHere_notOnlyInTheBrowser() {
        browser.signIn(name, PASSWORD);
        var copy = browser.copy();

        var out = browser.fillIn("/sign-out", Map.of());

        assertThat(out.goesTo()).isEqualTo("/sign-in?out");
        assertThat(out.setCookie(SESSION)).contains("Expires=Thu, 01 Jan 1970");
        assertThat(copy.get("/password").goesTo()).startsWith("/sign-in");
    }

    @Test
    void sessions_endAfterTwelveQuietHours_andAfterSevenDays() {
        browser.signIn(name, PASSWORD);
        age("last_seen_at = now() - interval '11 hours 59 minutes'");
        assertThat(browser.get("/password").status()).isEqualTo(200);
        age("last_seen_at = now() - interval '12 hours 1 minute'");
        assertThat(browser.get("/password").status()).isEqualTo(302);

        browser.signIn(name, PASSWORD);
        age("created_at = now() - interval '7 days 1 minute'");
        assertThat(browser.get("/password").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-out", "/password", "/anything/else"})
    void formOfAnotherSite_changesNothing(String path) {
        if (!path.equals("/sign-in")) {
            browser.signIn(name, PASSWORD);
        }
        var fields = Map.of("username", name, "password", PASSWORD, "current", PASSWORD, "chosen", "another long password", "repeated",
                "another long password");

        var without = browser.post(path, fields);
        var wrong = new LinkedHashMap<>(fields);
        wrong.put("_csrf", "guessed");
        var guessed = browser.post(path, wrong);

        for (var answer : new Visitor.Answer[]{without, guessed}) {
            assertThat(answer.status() == 403 || answer.goesTo().startsWith("/sign-in?expired")).as(answer.toString()).isTrue();
            assertThat(answer.setCookie(SESSION)).isEmpty();
        }
        if (!path.equals("/sign-in")) {
            assertThat(browser.get("/password").status()).as("still signed in").isEqualTo(200);
        }
    }

    @Test
    void unknownName_getsTheSameAnswer_andTakesAsLong() {
        var known = browser.signIn(name, "wrong password");
        var unknown = browser.signIn("nobody-of-that-name", "wrong password");

        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(unknown.body()).isEqualTo(known.body());
        long ofKnown = fastest(name);
        long ofUnknown = fastest("nobody-at-all");
        assertThat(Math.abs(ofKnown - ofUnknown)).as("known %d ms, unknown %d ms", ofKnown, ofUnknown)
                .isLessThan(Math.max(ofKnown, ofUnknown) / 2);
    }

    @Test
    void nameThatNoDatabaseTakes_isWrongLikeAnyOther() {
        assertThat(browser.signIn("nobody\0", PASSWORD).location()).isEqualTo("/sign-in?wrong");
    }

    @Test
    void unknownName_isLimitedAsAKnownOne() {
        for (var one : new String[]{name, "nobody-" + name}) {
            tried("name:" + one, 8);
            assertThat(from(8).signIn(one, "wrong").goesTo()).isEqualTo("/sign-in?wrong");
            assertThat(from(9).signIn(one, "wrong").goesTo()).isEqualTo("/sign-in?wrong");
            assertThat(from(99).signIn(one, "wrong").goesTo()).matches("/sign-in\\?wait=(89\\d|900)");
        }
    }

    @Test
    void rightPassword_isNotLookedAt_whenTriesAreSpent() {
        tried("name:" + name, 10);

        assertThat(from(20).signIn(name, PASSWORD).goesTo()).startsWith("/sign-in?wait=");
        serving.sql().sql("update sign_in_failures set at = at - interval '15 minutes'").update();
        assertThat(from(20).signIn(name, PASSWORD).goesTo()).isEqualTo("/");
    }

    @Test
    void guesserAtAnAdminsName_doesNotKeepTheAdminOut() {
        browser.signIn(name, PASSWORD);
        browser.fillIn("/sign-out", Map.of());
        tried("name:" + name, 9);
        from(76).signIn(name, "guess");
        assertThat(from(77).signIn(name, PASSWORD).goesTo()).startsWith("/sign-in?wait=");

        assertThat(browser.signIn(name, PASSWORD).goesTo()).isEqualTo("/");
    }

    @Test
    void browserOfSomeone_isAStrangerToOtherNames_andHasTriesOfItsOwnOnlyOnce() {
        browser.signIn(name, PASSWORD);
        users().add(HERE, name + "-boss", Scope.ADMIN, new Secret(PASSWORD));
        tried("name:" + name + "-boss", 10);
        assertThat(browser.signIn(name + "-boss", PASSWORD).goesTo()).startsWith("/sign-in?wait=");

        IntStream.range(0, 10).forEach(_ -> assertThat(browser.signIn(name, "guess").goesTo()).isEqualTo("/sign-in?wrong"));
        assertThat(browser.signIn(name, PASSWORD).goesTo()).startsWith("/sign-in?wait=");
    }

    @Test
    void oneAddress_mayNotGuessAtManyNames() {
        var guesser = browserAt("192.0.2.66");
        tried("address:192.0.2.66", 39);
        assertThat(guesser.signIn("name-of-some-other", "Summer2026!").goesTo()).isEqualTo("/sign-in?wrong");

        assertThat(guesser.signIn(name, PASSWORD).goesTo()).startsWith("/sign-in?wait=");
        assertThat(browser.signIn(name, PASSWORD).goesTo()).isEqualTo("/");
    }

    @Test
    void manyAddressesOfOneNetwork_areOneGuesser() {
        tried("address:20:01:0d:b8:00:00:00:66/64", 40);

        assertThat(browserAt("2001:db8:0:66::1").signIn(name, PASSWORD).goesTo()).startsWith("/sign-in?wait=");
        assertThat(browserAt("2001:db8:0:66:ffff:ffff:ffff:ffff").signIn(name, PASSWORD).goesTo()).startsWith("/sign-in?wait=");
        assertThat(browserAt("2001:db8:0:67::1").signIn(name, PASSWORD).goesTo()).isEqualTo("/");
    }

    /** What a browser says itself comes first in the header; the proxy adds behind it whom it sees. */
    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.77", "10.1.2.3", "192.168.7.7", "172.16.0.9", "100.64.0.9", "169.254.7.7"})
    void addressThatABrowserMakesUp_isNotBelieved(String seen) {
        tried("address:" + seen, 40);

        assertThat(browserAt("198.51.100." + people + ", " + seen).signIn(name, PASSWORD).goesTo()).startsWith("/sign-in?wait=");
        serving.sql().sql("delete from sign_in_failures where subject = ?").param("address:" + seen).update();
    }

    @Test
    void resetPassword_opensTheDoorAgainAtOnce() {
        tried("name:" + name, 10);
        var fresh = users().reset(HERE, name).orElseThrow().reveal();

        assertThat(browser.signIn(name, fresh).goesTo()).isEqualTo("/password");
    }

    @Test
    void disabledPerson_isOutAtOnce_andCannotComeBackUntilEnabled() {
        browser.signIn(name, PASSWORD);
        users().disable(HERE, name);

        assertThat(browser.get("/password").goesTo()).startsWith("/sign-in");
        assertThat(browser.signIn(name, PASSWORD).goesTo()).isEqualTo("/sign-in?wrong");
        users().enable(HERE, name);
        assertThat(browser.signIn(name, PASSWORD).goesTo()).isEqualTo("/");
    }

    @Test
    void passwordsAndTokens_areNotInTheDatabase() {
        browser.signIn(name, PASSWORD);

        assertThat(serving.sql().sql("select password_hash from users where sign_in = ?").param(name).query(String.class).single())
                .startsWith("$2a$12$");
        for (var table : new String[]{"sessions", "known_devices"}) {
            assertThat(serving.sql().sql("select t::text from " + table + " t").query(String.class).list().toString())
                    .doesNotContain(browser.cookies.get(SESSION), browser.cookies.get(DEVICE));
        }
    }

    private Visitor.Answer change(String current, String chosen) {
        return browser.fillIn("/password", Map.of("current", current, "chosen", chosen, "repeated", chosen));
    }

    private long fastest(String who) {
        return LongStream.range(0, 4).map(i -> {
            var from = from(200 + (int) i);
            from.get("/sign-in");
            long began = System.nanoTime();
            from.signIn(who, "wrong password");
            return Duration.ofNanos(System.nanoTime() - began).toMillis();
        }).min().orElseThrow();
    }

    /** As after this many wrong tries within the last minutes; a real one takes as long as its hash. */
    private void tried(String subject, int times) {
        serving.sql().sql("insert into sign_in_failures (subject) select ? from generate_series(1, ?)").params(subject, times).update();
    }

    private void age(String change) {
        serving.sql()
                .sql("update sessions set " + change + " where user_id = (select id from users where sign_in = ?)")
                .param(name)
                .update();
    }

    /** A stranger's browser, each at an address of its own. */
    private Visitor from(int host) {
        return browserAt("2001:db8:" + people + "::" + host);
    }

    private Visitor browserAt(String address) {
        return new Visitor(serving.uri(), Map.of("X-Forwarded-For", address));
    }

    @Test
    void crowdOfStrangers_isToldToComeAgain_andNeitherKeepsOwnersOutNorOthersWaiting() throws Exception {
        browser.signIn(name, PASSWORD);
        Visitor known = browser.copy();
        known.cookies.remove(SessionCookie.NAME);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 60).mapToObj(no -> crowd.submit(() -> {
                Visitor stranger = browserAt("198.18." + no + ".1");
                Map<String, String> own = stranger.get("/sign-in").form("/sign-in");
                own.putAll(Map.of("username", "nobody " + no, "password", "wrong"));
                return stranger.post("/sign-in", own);
            })).toList();

            assertThat(known.signIn(name, PASSWORD).goesTo()).as("a browser that was here before").isEqualTo("/");

            var refused = 0;
            for (var answer : answers) {
                Visitor.Answer one = answer.get(60, TimeUnit.SECONDS);
                assertThat(one.status()).isIn(302, 503);
                if (one.status() == 503) {
                    refused++;
                    assertThat(one.retryAfter()).matches("[1-9][0-9]?");
                }
            }
            assertThat(refused).isPositive();
        }
        assertThat(browserAt("198.18.99.1").signIn(name, PASSWORD).goesTo()).as("when they have gone").isEqualTo("/");
    }

    private Users users() {
        return serving.bean(Users.class);
    }
}

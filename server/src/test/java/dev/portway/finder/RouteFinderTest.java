package dev.portway.finder;

import static dev.portway.finder.Value.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.finder.Ranking.Ask;
import dev.portway.finder.Ranking.Best;
import dev.portway.finder.Ranking.Nothing;
import dev.portway.migration.Route;
import dev.portway.migration.route.Routes;
import dev.portway.problem.Party;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases people come with, in their own words, and the ranking each must get. */
class RouteFinderTest {
    /** As the set-up of a provider says by itself: no solution, a credit line. */
    private static final Value[] OURS = {IN_NO_SOLUTION, HAS_LINE};

    @Test
    void ways_areTheRoutes_byName() {
        assertThat(Arrays.stream(Way.values()).map(Way::word)).containsExactlyElementsOf(Routes.all().stream().map(Route::name).toList());
    }

    @Test
    void anotherProvider_toHere() {
        Ranking ranking = rank(COME, ON_CLOUD, SAME_PORTFOLIO, DESTINATION_READY);

        assertThat(best(ranking)).isEqualTo(Way.MIGRATE);
        assertThat(fitting(ranking)).startsWith(Way.MIGRATE, Way.SIGNUP).endsWith(Way.RECONNECT);
        assertThat(ranking.of(Way.MIGRATE).row().kind()).isEqualTo(Kind.MIGRATION);
        assertThat(ranking.of(Way.ADD).reasons()).containsExactly(Reason.ON_PLATFORM);
    }

    @Test
    void anotherProvider_toHere_whereNoAccountWaits_goesThroughSignup() {
        Ranking ranking = rank(COME, ON_CLOUD, SAME_PORTFOLIO, NO_DESTINATION);

        assertThat(best(ranking)).isEqualTo(Way.SIGNUP);
        assertThat(ranking.of(Way.MIGRATE).reasons()).containsExactly(Reason.NO_DESTINATION);
    }

    @Test
    void anotherProvider_toHere_whileBothServeIt() {
        Ranking ranking = rank(COME_BESIDE, ON_CLOUD, SAME_PORTFOLIO, SHARING_OFFERED, LIMIT_ENOUGH);

        assertThat(best(ranking)).isEqualTo(Way.JOIN);
        assertThat(ranking.of(Way.JOIN).row().costs().dark()).isEqualTo(Dark.NOTHING);
        assertThat(best(rank(COME_BESIDE, ON_CLOUD, SAME_PORTFOLIO, SHARING_NOT_OFFERED, NO_DESTINATION))).isEqualTo(Way.SIGNUP);
    }

    @Test
    void newAccount_atTheSameProvider() {
        assertThat(best(rank(NEW_ACCOUNT, ON_CLOUD, SAME_PORTFOLIO, DESTINATION_READY))).isEqualTo(Way.MIGRATE);
        assertThat(best(rank(NEW_ACCOUNT, ON_CLOUD, SAME_PORTFOLIO, NO_DESTINATION))).isEqualTo(Way.SIGNUP);
    }

    @Test
    void fromHere_toAnotherProvider() {
        Ranking ranking = rank(LEAVE, ON_CLOUD);

        assertThat(fitting(ranking)).containsExactly(Way.PORT_OUT);
        assertThat(ranking.of(Way.PORT_OUT).row().rule().source()).contains("no veto");
        assertThat(because(rank(LEAVE, ON_CLOUD, ELSEWHERE))).containsExactly(Reason.NOT_WITH_US);
    }

    @Test
    void client_toANewPartner_isAConfigurationChange() {
        Ranking ranking = rank(OTHER_PARTNER, ON_CLOUD);

        assertThat(fitting(ranking)).containsExactly(Way.PARTNER_CHANGE);
        assertThat(ranking.of(Way.PARTNER_CHANGE).row().kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(because(rank(OTHER_PARTNER, ON_CLOUD, SOME_NUMBERS))).containsExactly(Reason.WHOLE_CLIENT);
    }

    @Test
    void account_toANewPartner_isAMigration() {
        Ranking ranking = rank(ACCOUNT_TO_PARTNER, ON_CLOUD, DESTINATION_READY);

        assertThat(best(ranking)).isEqualTo(Way.MIGRATE);
        assertThat(ranking.of(best(ranking)).row().kind()).isEqualTo(Kind.MIGRATION);
        assertThat(ranking.of(Way.PARTNER_CHANGE).reasons()).containsExactly(Reason.WHOLE_CLIENT);
    }

    @Test
    void betweenPortfolios_onlyByLeavingAndComingBack() {
        Ranking ranking = rank(CHANGE_PORTFOLIO, ON_CLOUD);

        assertThat(fitting(ranking)).containsExactly(Way.RECONNECT);
        assertThat(ranking.of(Way.RECONNECT).needsConfirmation()).isTrue();
        assertThat(needs(ranking, Way.RECONNECT)).contains("pin-known", "not-paid-lately", "admin-reachable");
        assertThat(best(rank(COME, ON_CLOUD, OTHER_PORTFOLIO, NO_DESTINATION, HAS_LINE))).as("the same, asked for otherwise")
                .isEqualTo(Way.RECONNECT);
    }

    @Test
    void onPremises_toCloud() {
        Ranking ranking = rank(TO_CLOUD);

        assertThat(fitting(ranking)).containsExactly(Way.HOSTING);
        assertThat(ranking.of(Way.HOSTING).row().rule().sureness()).isEqualTo(Rule.Sureness.ASSUMED);
        assertThat(because(rank(TO_CLOUD, ON_CLOUD))).containsExactly(Reason.ALREADY_ON_CLOUD);
    }

    @Test
    void onPremises_atAnotherProvider_isChangedThereFirst() {
        Ranking ranking = rank(COME, ON_PREMISES, SAME_PORTFOLIO, DESTINATION_READY);

        assertThat(best(ranking)).isEqualTo(Way.MIGRATE);
        assertThat(ranking.of(Way.MIGRATE).needs().getFirst()).isEqualTo(
                new Need("not-on-premises", "not-on-premises", Party.ORIGIN, Topic.PLACE, true));
    }

    @Test
    void halfOnboardedNumber_isNoLeftoverOfOnPremises() {
        Ranking ranking = rank(COME, UNFINISHED, DESTINATION_READY);

        assertThat(best(ranking)).isEqualTo(Way.ADD);
        assertThat(needs(ranking, Way.ADD)).contains("entry-removed");
        assertThat(because(rank(TO_CLOUD, UNFINISHED))).containsExactly(Reason.NEVER_REGISTERED);
    }

    @Test
    void otherCurrency() {
        assertThat(best(rank(OTHER_CURRENCY, ON_CLOUD, ALL_NUMBERS, PAYS_BY_LINE))).isEqualTo(Way.CURRENCY);
        assertThat(best(rank(OTHER_CURRENCY, ON_CLOUD, PAYS_BY_CARD, NO_DESTINATION))).as("card stays card: a new account")
                .isEqualTo(Way.SIGNUP);
        assertThat(because(rank(OTHER_CURRENCY, COEXISTENCE))).containsExactly(Reason.COEXISTENCE);
    }

    @Test
    void businessApp_keptBeside_orGivenUp() {
        Ranking kept = rank(COME, BUSINESS_APP, KEEP_APP);

        assertThat(fitting(kept)).containsExactly(Way.COEXIST, Way.RECONNECT);
        assertThat(best(rank(COME, BUSINESS_APP, GIVE_APP_UP))).isEqualTo(Way.RECONNECT);
        assertThat(rank(COME, BUSINESS_APP).outcome()).isEqualTo(new Ask(Topic.APP));
        assertThat(best(rank(COME, BUSINESS_APP, KEEP_APP, APP_NOT_SERVED))).as("Nigeria, South Africa").isEqualTo(Way.RECONNECT);
    }

    @Test
    void consumerApp_isDeletedFirst() {
        Ranking ranking = rank(COME, CONSUMER_APP);

        assertThat(fitting(ranking)).containsExactly(Way.RECONNECT);
        assertThat(ranking.of(Way.RECONNECT).needsConfirmation()).isTrue();
        assertThat(ranking.of(Way.ADD).reasons()).containsExactly(Reason.IN_AN_APP);
    }

    @Test
    void testNumber_goesNowhere() {
        for (Value wish : Topic.WISH.choices()) {
            assertThat(because(rank(wish, Value.TEST_NUMBER))).as(wish.word()).contains(Reason.TEST_NUMBER);
        }
        assertThat(because(RouteFinder.rank(knowing(Value.TEST_NUMBER)))).contains(Reason.TEST_NUMBER);
    }

    @Test
    void coexistenceNumber_isDisconnectedInTheAppFirst_neverMigrated() {
        Ranking ranking = rank(COME, COEXISTENCE, SAME_PORTFOLIO, DESTINATION_READY, KEEP_APP);

        assertThat(best(ranking)).isEqualTo(Way.COEXIST);
        assertThat(ranking.of(Way.COEXIST).needs().getFirst().key()).isEqualTo("app-disconnected");
        assertThat(ranking.of(Way.MIGRATE).reasons()).containsExactly(Reason.COEXISTENCE);
        assertThat(ranking.of(Way.SIGNUP).reasons()).containsExactly(Reason.COEXISTENCE);
    }

    @Test
    void numberThatIsNowhere_isSimplyAdded() {
        assertThat(fitting(rank(COME, NOWHERE, DESTINATION_READY))).containsExactly(Way.ADD);
        assertThat(best(rank(CHANGE_PORTFOLIO, NOWHERE))).isEqualTo(Way.ADD);
    }

    @Test
    void numberThatIsHere_hasNothingToDo() {
        Ranking ranking = RouteFinder.rank(knowing(COME, ON_CLOUD).with(Known.seen(AT_DESTINATION, "phone_numbers")));

        assertThat(because(ranking)).containsExactly(Reason.ALREADY_HERE);
    }

    @Test
    void solutionsOfOneTechProvider_needNoCode() {
        Ranking ranking = RouteFinder.rank(knowing(COME, ON_CLOUD, SAME_PORTFOLIO, DESTINATION_READY, IN_SOLUTION, SOLUTION_OF_OURS));

        assertThat(best(ranking)).isEqualTo(Way.INTENT);
        assertThat(needs(ranking, Way.INTENT)).as("no code, and two-step off all the same").contains("two-step-off");
    }

    @Test
    void twoProvidersWithLines_mayShareTheAccount_afterFasterWays() {
        Ranking ranking = rank(COME, ON_CLOUD, SAME_PORTFOLIO, DESTINATION_READY, ALL_NUMBERS, PAID_BY_LINE, OWNED_BY_CLIENT);

        assertThat(fitting(ranking)).containsSubsequence(Way.MIGRATE, Way.RESHARE, Way.RECONNECT);
        assertThat(rank(COME, ON_CLOUD, PAID_BY_CARD).of(Way.RESHARE).reasons()).contains(Reason.NOT_BY_LINE);
    }

    @Test
    void whatIsKnownNotToHold_isToldBeforeWhatNobodySaw() {
        Ranking ranking = rank(COME, ON_CLOUD, SAME_PORTFOLIO, DESTINATION_READY, NAME_NOT_APPROVED);

        assertThat(ranking.of(Way.MIGRATE).fit()).isEqualTo(Fit.FITS_AFTER);
        assertThat(ranking.of(Way.MIGRATE).needs().getFirst())
                .isEqualTo(new Need("display-name-approved", "display-name-approved", Party.ORIGIN, Topic.NAME, true));
        assertThat(ranking.of(Way.MIGRATE).needs()).filteredOn(need -> !need.unmet()).extracting(Need::key).contains("two-step-off");
    }

    @Test
    void everythingSeenAsItShouldBe_fitsAtOnce() {
        Ranking ranking = rank(COME, ON_CLOUD, SAME_PORTFOLIO, DESTINATION_READY, TWO_STEP_OFF, NAME_APPROVED, SOURCE_READY, PAYMENT_SEEN,
                REQUEST_APPROVED, GOOD_STANDING, CODE_REACHES);

        assertThat(ranking.of(Way.MIGRATE).fit()).isEqualTo(Fit.FITS);
    }

    @Test
    void whatWasSeen_isNeverReplacedByWhatIsSaid() {
        Knowledge knowledge = Knowledge.NONE.with(Known.seen(ON_CLOUD, "platform_type")).with(Known.stated(NOWHERE, Known.ANSWER));

        assertThat(knowledge.is(ON_CLOUD)).isTrue();
        assertThat(knowledge.with(Known.seen(TEST_NUMBER, "account_mode")).is(Value.TEST_NUMBER)).as("a newer look counts").isTrue();
        assertThat(Knowledge.NONE.with(Known.stated(NOWHERE, "")).with(Known.seen(ON_CLOUD, "")).is(ON_CLOUD)).isTrue();
    }

    @Test
    void wishSaysMuchByItself_untilGraphShowsOtherwise() {
        assertThat(RouteFinder.rank(knowing(LEAVE)).knowledge().is(WITH_US)).isTrue();
        assertThat(because(RouteFinder.rank(knowing(LEAVE).with(Known.seen(ELSEWHERE, "phone_numbers"))))).contains(Reason.NOT_WITH_US);
    }

    @Test
    void nothingKnown_asksForTheWishFirst_thenWhereTheNumberIs() {
        assertThat(RouteFinder.rank(Knowledge.NONE).outcome()).isEqualTo(new Ask(Topic.WISH));
        assertThat(rank(COME).outcome()).isEqualTo(new Ask(Topic.PLACE));
        assertThat(rank(COME, ON_CLOUD).outcome()).isEqualTo(new Ask(Topic.PORTFOLIO));
        assertThat(rank(COME, ON_CLOUD, SAME_PORTFOLIO).outcome()).isEqualTo(new Ask(Topic.DESTINATION));
    }

    @Test
    void notKnowing_isAnAnswer() {
        Knowledge unsure = knowing(COME, ON_CLOUD, SAME_PORTFOLIO, IN_NO_SOLUTION).unsureOf(Topic.DESTINATION);
        Ranking ranking = RouteFinder.rank(unsure);

        assertThat(best(ranking)).as("what hangs on nothing unknown").isEqualTo(Way.SIGNUP);
        assertThat(needs(ranking, Way.MIGRATE)).contains("find-out-destination");
        assertThat(RouteFinder.rank(unsure.with(Known.stated(DESTINATION_READY, Known.ANSWER))).of(Way.MIGRATE).needs())
                .noneMatch(Need::isToFindOut);
    }

    private static Ranking rank(Value... values) {
        Knowledge asked = knowing(values);
        Value[] setUp = Arrays.stream(OURS).filter(value -> asked.of(value.topic()).isEmpty()).toArray(Value[]::new);
        return RouteFinder.rank(asked.with(Stream.of(setUp).map(value -> Known.stated(value, Known.SET_UP)).toList()));
    }

    private static Knowledge knowing(Value... values) {
        return Knowledge.NONE.with(Stream.of(values).map(value -> Known.stated(value, Known.ANSWER)).toList());
    }

    private static Way best(Ranking ranking) {
        assertThat(ranking.outcome()).isInstanceOf(Best.class);
        return ((Best) ranking.outcome()).way();
    }

    private static List<Reason> because(Ranking ranking) {
        assertThat(ranking.outcome()).isInstanceOf(Nothing.class);
        return ((Nothing) ranking.outcome()).because();
    }

    private static List<Way> fitting(Ranking ranking) {
        return ranking.ways().stream().filter(Verdict::mayFit).map(Verdict::way).toList();
    }

    private static List<String> needs(Ranking ranking, Way way) {
        return ranking.of(way).needs().stream().map(Need::key).toList();
    }
}

package dev.portway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.node.TokenInfo;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SignupTold;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Transitions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which account a sign-up is taken to have chosen: whoever holds its link can say anything. */
class SignUpsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final WabaId ORDERED = new WabaId("200000000000001");
    private static final WabaId CHOSEN = new WabaId("200000000000009");

    @Test
    void accountTheWindowToldOf_isTaken_ifItWasGranted() {
        var told = told(placed("signup", Optional.empty()), CHOSEN);

        assertThat(SignUps.granted(granting(ORDERED, CHOSEN), told)).contains(CHOSEN);
        assertThat(SignUps.granted(granting(ORDERED), told)).as("the newest that was").contains(ORDERED);
        assertThat(SignUps.granted(granting(), told)).isEmpty();
    }

    @Test
    void orderForOneAccount_isNotForAnother() {
        var told = told(placed("reshare", Optional.of(ORDERED)), CHOSEN);

        assertThat(SignUps.granted(granting(CHOSEN), told)).isEmpty();
        assertThat(SignUps.granted(granting(CHOSEN, ORDERED), told)).contains(ORDERED);
    }

    @Test
    void whatWasDoneToOneAccount_holdsASecondSignUpToIt() {
        var found = knowing(told(placed("signup", Optional.empty()), CHOSEN), Learned.that(Fact.DESTINATION_WABA, ORDERED));
        assertThat(SignUps.granted(granting(CHOSEN), found)).contains(CHOSEN);

        for (Fact<Boolean> done : List.of(Fact.CREDIT_LINE_ATTACHED, Fact.APP_SUBSCRIBED)) {
            var acted = knowing(found, Learned.that(done, true));
            assertThat(SignUps.granted(granting(CHOSEN), acted)).isEmpty();
            assertThat(SignUps.granted(granting(CHOSEN, ORDERED), acted)).contains(ORDERED);
        }
    }

    private static TokenInfo granting(WabaId... wabas) {
        var grant = new TokenInfo.Grant("whatsapp_business_management", Arrays.stream(wabas).map(WabaId::value).toList());
        return new TokenInfo(true, null, null, null, null, null, List.of(), List.of(grant), null, null);
    }

    private static Migration placed(String route, Optional<WabaId> destination) {
        var order = new Order(List.of(new PhoneNumber("+5511987650002")), Optional.empty(), SourceAccess.NONE, destination,
                Proving.BEFORE_WINDOW,
                Order.SETTLING, Order.PATIENCE, Optional.empty());
        return Migration.asked(new MigrationId("mig_aaaaaaaaaaaaaaaaaaaa"), new ProviderId("here"), Routes.named(route).orElseThrow(),
                order, NOW);
    }

    private static Migration told(Migration migration, WabaId waba) {
        return knowing(migration,
                Learned.that(Fact.SIGNUP_TOLD,
                        new SignupTold("FINISH", Optional.of(waba), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private static Migration knowing(Migration migration, Learned<?> learned) {
        return Transitions.heard(migration, List.of(learned), Source.GRAPH, NOW).migration();
    }
}

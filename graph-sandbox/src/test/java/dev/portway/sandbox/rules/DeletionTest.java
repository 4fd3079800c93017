package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Hindered;
import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.rules.message.Messaging;
import dev.portway.sandbox.rules.notice.Outbox;
import dev.portway.sandbox.rules.number.Deletion;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.PhoneLine;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionTest {

    private static final String NUMBER = "5511987650002";
    private static final String OTHER_BUSINESS_WABA = "200000000000008";

    private final Rehearsal rehearsal = new Rehearsal();
    private final Deletion deletion = rehearsal.rules.deletion;
    private final PhoneLine line = rehearsal.line(NUMBER);
    private final NumberLink link = line.links.getFirst();

    @BeforeEach
    void turnTwoStepOn() {
        line.pin = "246810";
    }

    private Person person(String id) {
        return Objects.requireNonNull(rehearsal.world.people.get(id));
    }

    private Hindrance hindered(Runnable deed) {
        return Objects.requireNonNull(catchThrowableOfType(Hindered.class, deed::run), "it was let happen").hindrance();
    }

    private void delete() {
        deletion.delete(link, null, "246810");
    }

    @Test
    @Documented(page = Page.NUMBERS)
    void onlyAnAdmin_mayDelete() {
        assertThat(hindered(() -> deletion.delete(link, person("615000000000003"), "246810"))).isEqualTo(Hindrance.NOT_ADMIN);
        deletion.delete(link, person("615000000000001"), "246810");
        assertThat(rehearsal.rules.numbers.listed(link.waba)).doesNotContain(link);
    }

    @Test
    @Documented(page = Page.NUMBERS)
    void connectedNumber_wantsItsPinUnlessTwoStepIsOff() {
        assertThat(hindered(() -> deletion.delete(link, null, "000000"))).isEqualTo(Hindrance.PIN_WRONG);
        line.pin = null;
        deletion.delete(link, null, "");
        assertThat(link.state).isEqualTo(NumberLink.State.DELETED);
    }

    @Test
    @Documented(page = Page.NUMBERS, but = "that whatever is billed counts as paid")
    void paidMessage_keepsTheNumberForThirtyDays() {
        link.line.serviceMonth = rehearsal.world.now().toString().substring(0, 7);
        link.line.serviceMessages = 1000;
        rehearsal.rules.messaging.send(link,
                new Messaging.Message("5511912345678", "text", dev.portway.sandbox.json.Json.object().put("body", "oi"), null, null));
        assertThat(hindered(this::delete)).isEqualTo(Hindrance.PAID_LATELY);
        rehearsal.advance(Duration.ofDays(30));
        delete();
    }

    @Test
    @Documented(page = Page.ERROR_CODES, but = "that adding is not made to wait, only register is")
    void deletedNumber_canBeAddedElsewhereAndRegisteredAfterFiveMinutes() {
        delete();
        NumberLink added = rehearsal.rules.adding.add(rehearsal.waba(OTHER_BUSINESS_WABA), "55", "11987650002", "Boa Vista");
        assertThat(added.id).isNotEqualTo(link.id);
        rehearsal.rules.ownership.request(added, "SMS", "pt_BR");
        rehearsal.rules.ownership.verify(added, rehearsal.code(NUMBER));
        assertThat(Rehearsal.refused(() -> rehearsal.rules.registration.register(added, "135790"))).isEqualTo(ErrorRow.RECENTLY_DELETED);
        rehearsal.advance(Duration.ofMinutes(5));
        rehearsal.rules.registration.register(added, "135790");
        assertThat(added.registered()).isTrue();
        assertThat(link.state).isEqualTo(NumberLink.State.DELETED);
    }

    @Test
    @Assumed(because = "a review is documented, its time is not", settledBy = "the time from adding a number to its phone_number_name_update; switch name-review-minutes")
    void numberAddedElsewhere_hasItsNameReviewed() {
        delete();
        NumberLink added = rehearsal.rules.adding.add(rehearsal.waba(OTHER_BUSINESS_WABA), "55", "11987650002", "Boa Vista");
        NumberLink declined = rehearsal.rules.adding.add(rehearsal.waba(Rehearsal.DESTINATION), "55", "11987650077", "To reject");
        rehearsal.advance(Duration.ofHours(23));
        assertThat(added.nameStatus).isEqualTo("PENDING_REVIEW");
        rehearsal.advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(added.nameStatus).isEqualTo("APPROVED");
        assertThat(declined.nameStatus).isEqualTo("DECLINED");
        assertThat(rehearsal.sent).extracting(Outbox.Notice::field).contains("phone_number_name_update");
    }

    @Test
    @Assumed(because = "nothing is said of the PIN of a deleted number", settledBy = "registering a deleted number elsewhere with another PIN; switch two-step-after-deletion")
    void pin_goesWithTheNumberUnlessTheSwitchKeepsIt() {
        delete();
        assertThat(line.pin).isNull();
        Rehearsal other = new Rehearsal();
        other.world.switches.set(Switch.TWO_STEP_AFTER_DELETION, "kept");
        other.line(NUMBER).pin = "246810";
        other.rules.deletion.delete(other.line(NUMBER).links.getFirst(), null, "246810");
        assertThat(other.line(NUMBER).pin).isEqualTo("246810");
    }

    @Test
    @Assumed(because = "the app is documented as the way out of it", settledBy = "the page of WhatsApp Manager for a number of the app")
    void numberOfTheBusinessApp_isDisconnectedThere() {
        line.onBusinessApp = true;
        assertThat(hindered(this::delete)).isEqualTo(Hindrance.ON_BUSINESS_APP);
        assertThat(hindered(() -> deletion.leaveApp(line))).isEqualTo(Hindrance.ON_BUSINESS_APP);
    }

    @Test
    @Documented(page = Page.NUMBERS, but = "the error: that of everything that cannot be added")
    void numberOfMessenger_isAddedOnceItsAccountIsDeletedThere() {
        delete();
        line.onMessenger = true;
        Runnable add = () -> rehearsal.rules.adding.add(rehearsal.waba(OTHER_BUSINESS_WABA), "55", "11987650002", "Boa Vista");
        assertThat(Rehearsal.refused(add)).isEqualTo(ErrorRow.CANNOT_ADD_NUMBER);
        deletion.leaveApp(line);
        add.run();
    }

    @Test
    @Assumed(because = "initiate calls a number that is registered nowhere one to be added directly", settledBy = "adding a number that stands deregistered in another WABA; switch add-of-deregistered")
    void deregisteredNumber_isAddedElsewhereUnlessTheSwitchRefuses() {
        rehearsal.rules.registration.deregister(link);
        rehearsal.world.switches.set(Switch.ADD_OF_DEREGISTERED, "refused");
        Runnable add = () -> rehearsal.rules.adding.add(rehearsal.waba(OTHER_BUSINESS_WABA), "55", "11987650002", "Boa Vista");
        assertThat(Rehearsal.refused(add)).isEqualTo(ErrorRow.CANNOT_ADD_NUMBER);
        rehearsal.world.switches.set(Switch.ADD_OF_DEREGISTERED, "added");
        add.run();
    }

    @Test
    @Assumed(because = "a number that was only initiated is not that WABA's yet", settledBy = "deleting an initiated number at the destination in WhatsApp Manager")
    void pendingNumber_isDeletedWithoutHarmToTheOneThatLives() {
        line.pin = null;
        NumberLink pending = rehearsal.initiated(NUMBER);
        rehearsal.rules.ownership.request(pending, "SMS", "pt_BR");
        line.pin = "246810";
        line.lastPaidAt = rehearsal.world.now();
        deletion.delete(pending, null, "");
        assertThat(pending.state).isEqualTo(NumberLink.State.DELETED);
        assertThat(line.code).isNull();
        assertThat(link.registered()).isTrue();
        assertThat(line.pin).isEqualTo("246810");
        assertThat(line.deletedAt).isNull();
    }
}

package dev.portway.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.Order;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Payment;
import dev.portway.migration.fact.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way as a list to show, with its times. */
class TimelineTest {
    private final Desk desk = Desk.oneNumber();

    private Timeline.Entry entry(String step) {
        return Timeline.of(desk.migration, desk.now).stream().filter(one -> one.step().name().equals(step)).findFirst().orElseThrow();
    }

    private void complete() {
        desk.goUntilAsked();
        desk.enterCode("123456");
        desk.goUntilAsked();
        assertThat(desk.migration.ending()).contains(Ending.COMPLETED);
    }

    @Test
    void settling_isTimedByTheCalendar() {
        complete();

        Instant registered = desk.migration.facts().value(Fact.REGISTERED_AT, Desk.NUMBER).orElseThrow();
        assertThat(entry("settled").ended()).contains(registered.plus(Order.SETTLING));
        assertThat(entry("settled").began()).isEqualTo(entry("reconciled").ended());
    }

    @Test
    void codeThatWasUsedAndForgotten_wasEnteredWhenItWasUsed() {
        complete();

        assertThat(entry("code-entered").ended()).isEqualTo(entry("ownership-verified").began());
    }

    @Test
    void whatHeldWithoutACall_heldFromWhenItWasSeen() {
        desk.migration = desk.migration.with(desk.migration.facts()
                .with(List.of(Learned.that(Fact.APP_SUBSCRIBED, true), Learned.that(Fact.PAYMENT, Payment.SEEN)), 1, desk.now,
                        Source.GRAPH));
        complete();

        assertThat(entry("app-subscribed").attempts()).isZero();
        assertThat(entry("app-subscribed").ended()).contains(Desk.START);
        assertThat(entry("payment-seen").attempts()).isZero();
        assertThat(entry("payment-seen").state()).as("seen, though it would not be needed any more").isEqualTo(Timeline.State.HELD);
    }

    @Test
    void whatNothingHadToBeDoneFor_hasNoTimes() {
        complete();

        List<String> timeless = Timeline.of(desk.migration, desk.now)
                .stream()
                .filter(one -> one.state() == Timeline.State.HELD && one.ended().isEmpty())
                .map(one -> one.step().name())
                .toList();
        assertThat(timeless).as("no window was set").containsExactly("window-open");
    }

    @Test
    void stepsAhead_haveNoTimes() {
        desk.goUntilAsked();

        assertThat(entry("registered").began()).isEmpty();
        assertThat(entry("settled").began()).isEmpty();
    }

    @Test
    void whatEndedWhileACodeWasAwaited_stoppedAtTheCode() {
        desk.goUntilAsked();
        desk.tellThenGo(Action.WITHDRAW);

        assertThat(entry("code-requested").state()).isEqualTo(Timeline.State.HELD);
        assertThat(entry("code-entered").state()).isEqualTo(Timeline.State.STOPPED);
        assertThat(entry("registered").state()).isEqualTo(Timeline.State.NOT_REACHED);
    }
}

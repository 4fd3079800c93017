package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portway.sandbox.file.ShippedWorlds;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.rules.notice.Outbox;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The world {@code default} with its rules, a clock that stands still, and what was sent to apps. */
final class Rehearsal {

    static final String DESTINATION = "200000000000002";

    final World world;
    final Rules rules;
    final List<Outbox.Notice> sent = new ArrayList<>();

    Rehearsal() {
        this("default");
    }

    /** Another of the worlds that come along. */
    Rehearsal(String name) {
        SandboxClock clock = SandboxClock.ofMachine();
        clock.freeze(Instant.parse("2026-11-21T12:00:00Z"));
        world = new World(clock);
        rules = new Rules(world, sent::add);
        ShippedWorlds.named(name).into(world);
        world.apps.values().forEach(app -> app.webhookUrl = "http://app.example/" + app.id);
    }

    Waba waba(String id) {
        return Objects.requireNonNull(world.wabas.get(id));
    }

    PhoneLine line(String digits) {
        return Objects.requireNonNull(world.lines.get(digits));
    }

    /** A number that is ready to move, initiated at the destination. */
    NumberLink initiated(String digits) {
        return rules.initiation.initiate(waba(DESTINATION), digits).link();
    }

    /** The same with its ownership proved. */
    NumberLink proved(String digits) {
        NumberLink link = initiated(digits);
        rules.ownership.request(link, "SMS", "en_US");
        rules.ownership.verify(link, code(digits));
        return link;
    }

    String code(String digits) {
        return line(digits).inbox.getFirst().code();
    }

    void advance(Duration by) {
        world.clock.advance(by);
        world.catchUpIfDue();
    }

    List<String> fieldsSent() {
        return sent.stream().map(notice -> notice.field() + " " + notice.body().findPath("event").asString("")).toList();
    }

    static ErrorRow refused(Runnable call) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, call::run), "it was not refused").refusal().row();
    }
}

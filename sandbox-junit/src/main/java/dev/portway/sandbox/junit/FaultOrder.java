package dev.portway.sandbox.junit;

import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault as it is ordered: {@code world.fault("register").number(it).times(2).dropAfter()}. Without more it strikes the next matching call,
 * once. The last word, which says how the call goes wrong, orders it; names that do not exist are refused with those that do.
 */
public final class FaultOrder {

    private final SandboxWorld world;
    private final ObjectNode order;

    FaultOrder(SandboxWorld world, ObjectNode order) {
        this.world = world;
        this.order = order;
    }

    /** Only calls that are about this number. */
    public FaultOrder number(String number) {
        order.put("number", number);
        return this;
    }

    /** From the nth matching call on, counted from 1. */
    public FaultOrder nth(int nth) {
        order.put("nth", nth);
        return this;
    }

    /** So many calls; 0 for all until it is removed. */
    public FaultOrder times(int times) {
        order.put("times", times);
        return this;
    }

    /** Each call with this chance, over 0 and up to 1. The same seed strikes the same calls when they come in the same order. */
    public FaultOrder chance(double probability, int seed) {
        order.put("probability", probability).put("seed", seed);
        return this;
    }

    /** The connection closes, and nothing has happened. */
    public void dropBefore() {
        kind("drop-before");
    }

    /** The connection closes, and everything has happened. */
    public void dropAfter() {
        kind("drop-after");
    }

    /** The call arrives late, and takes effect then. This is real time. */
    public void delay(Duration by) {
        order.put("delayMillis", by.toMillis());
        kind("delay");
    }

    /** A row of the error table by its name, such as {@code pin-mismatch}; {@code GET /sandbox/errors} lists them. */
    public void error(String name) {
        kind("error:" + name);
    }

    /** Any kind by its name in the sandbox's README, such as {@code html} or {@code throttle}. */
    public void kind(String kind) {
        world.ask("POST", "faults", order.deepCopy().put("kind", kind));
    }
}

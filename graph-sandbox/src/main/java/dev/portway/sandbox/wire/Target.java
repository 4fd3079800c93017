package dev.portway.sandbox.wire;

import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request is about, found before anything is done: the call, the WABA whose quota it spends, the number it concerns.
 *
 * @param digits of the number, or null when it concerns none
 */
public record Target(CallName call, @Nullable Waba waba, @Nullable String digits, Work work) {

    /** Does it, once the caller is known. */
    @FunctionalInterface
    public interface Work {
        JsonNode answer(Ask ask);
    }

    public static Target of(CallName call, Work work) {
        return new Target(call, null, null, work);
    }

    public static Target of(CallName call, Waba waba, Work work) {
        return new Target(call, waba, null, work);
    }

    public static Target of(CallName call, NumberLink link, Work work) {
        return new Target(call, link.waba, link.line.digits, work);
    }
}

package dev.portway.sandbox.wire;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells once when somebody sends what looks like a token of the real Graph, which has no business here. The token itself is not written. */
public final class RealTokens {

    private static final Logger LOG = Logger.getLogger(RealTokens.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    /** Observed: Meta's tokens start with EAA; system user tokens have about 200 characters. */
    private static final int SHORTEST = 60;

    private RealTokens() {}

    public static void warnAbout(@Nullable String token) {
        if (token != null && token.startsWith("EAA") && token.length() >= SHORTEST && TOLD.compareAndSet(false, true)) {
            LOG.warning(
                    "A token that looks real was sent to this sandbox. It was refused and not kept; check which address the caller uses.");
        }
    }
}

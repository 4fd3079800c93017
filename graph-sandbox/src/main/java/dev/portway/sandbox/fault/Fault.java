package dev.portway.sandbox.fault;

import dev.portway.sandbox.refusal.ErrorRow;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something ordered to go wrong.
 *
 * @param call the name of a call, or {@code *} for any
 * @param error the row of the error table, when the kind is {@link Kind#ERROR}
 * @param about which number or WABA
 * @param nth the first matching call that it hits, counted from 1
 * @param times how many it hits from there; 0 means all until it is removed
 * @param chance how likely each of them is hit
 * @param delay how long it waits, for delays and for what is lost
 */
public record Fault(String id, String call, Kind kind, @Nullable ErrorRow error, About about, int nth, int times,
        Chance chance, Duration delay) {

    /**
     * What a call is about when it is struck.
     *
     * @param number digits of the number, or null for any
     * @param waba the id of the WABA whose quota the call spends, or null for any
     */
    public record About(@Nullable String number, @Nullable String waba) {

        boolean covers(About other) {
            return (number == null || number.equals(other.number)) && (waba == null || waba.equals(other.waba));
        }
    }

    /**
     * How likely a call is struck. The same seed strikes the same calls when they come in the same order.
     *
     * @param probability over 0, and up to 1 for every call
     */
    public record Chance(double probability, long seed) {

        public static final Chance CERTAIN = new Chance(1, 1);

        public Chance {
            if (!(probability > 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability is over 0 and up to 1, not " + probability);
            }
        }

        public boolean certain() {
            return probability == 1;
        }
    }

    /** How a call goes wrong, and whether what it asks for happens all the same. */
    public enum Kind {
        /** Arrives late, then goes on as usual: the effect happens after the caller may have given up. */
        DELAY(false),
        /** Takes effect at once, and the answer is late. */
        DELAY_ANSWER(true),
        /** Never arrives: after the delay the connection closes, and nothing has happened. */
        LOST(false),
        /** The connection closes; nothing has happened. */
        DROP_BEFORE(false),
        /** The connection closes; everything has happened. */
        DROP_AFTER(true), HTTP_500(false), HTTP_503(false),
        /** A page instead of JSON, as from a proxy. */
        HTML(false), HTTP_500_AFTER(true), HTTP_503_AFTER(true), HTML_AFTER(true),
        /** 80008, with the usage header at 100 percent. */
        THROTTLE(false),
        /** Any row of the error table. */
        ERROR(false);

        private final boolean effect;

        Kind(boolean effect) {
            this.effect = effect;
        }

        /** Whether it is held up on its way to Graph. */
        public boolean holdsArrival() {
            return this == DELAY || this == LOST;
        }

        /** Whether the call takes effect. */
        public boolean effect() {
            return effect;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(kind -> kind != ERROR && kind.key().equals(key)).findFirst();
        }
    }

    /** The words of a kind in an order: {@code drop-after}, {@code error:pin-mismatch}. */
    public String kindKey() {
        return error == null ? kind.key() : "error:" + error.key();
    }

    boolean matches(String callKey, About what) {
        return (call.equals("*") || call.equals(callKey)) && about.covers(what);
    }
}

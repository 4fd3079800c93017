package dev.portway.graphclient.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value of one of Graph's enums, as it was sent. Graph adds constants without notice, so the text is kept whether we know it or not.
 *
 * <pre>{@code
 * switch (status.known()) {
 *     case CONNECTED -> …
 *     case null, default -> …   // show status.text()
 * }
 * }</pre>
 *
 * @param text what Graph wrote, unchanged
 * @param known the constant of the same name, whatever its case; null: we do not know it
 */
public record Open<E extends Enum<E>>(String text, @Nullable E known) {
    public static <E extends Enum<E>> Open<E> of(Class<E> type, String text) {
        String name = text.toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return new Open<>(text, constant);
            }
        }
        return new Open<>(text, null);
    }

    public static <E extends Enum<E>> Open<E> of(E constant) {
        return new Open<>(constant.name(), constant);
    }

    public boolean is(E constant) {
        return known == constant;
    }

    @Override
    public String toString() {
        return text;
    }
}

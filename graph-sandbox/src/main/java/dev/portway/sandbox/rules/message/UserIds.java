package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Business-scoped user ids: what a person is called towards one portfolio, whichever of its numbers they write to. Observed (pages of
 * several providers, 2026; in webhooks since 31 March): a country, a dot, and what tells nothing. Ours: that it is made from portfolio and number, so that it is the same again
 * in a world that is loaded anew.
 */
final class UserIds {

    /** Of those that are written by these digits. Ours: others are of no country. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(Map.entry("1", "US"), Map.entry("34", "ES"), Map.entry("44", "GB"),
            Map.entry("49", "DE"), Map.entry("52", "MX"), Map.entry("54", "AR"), Map.entry("55", "BR"), Map.entry("56", "CL"),
            Map.entry("57", "CO"), Map.entry("62", "ID"), Map.entry("91", "IN"), Map.entry("351", "PT"));

    private final World world;

    UserIds(World world) {
        this.world = world;
    }

    /** What the portfolio that has the account calls this person. */
    static String of(NumberLink link, String digits) {
        UUID name = UUID.nameUUIDFromBytes((link.waba.ownerId + ":" + digits).getBytes(StandardCharsets.UTF_8));
        return country(digits) + "." + Long.toUnsignedString(name.getMostSignificantBits());
    }

    /** Whom it means: of those who wrote, and those who test. Empty for anybody else, and for an id of another portfolio. */
    Optional<String> person(NumberLink link, String userId) {
        return Stream.concat(world.testers.stream(), link.line.openWindows.keySet().stream())
                .filter(digits -> of(link, digits).equals(userId))
                .findFirst();
    }

    private static String country(String digits) {
        return IntStream.iterate(Math.min(3, digits.length()), length -> length > 0, length -> length - 1)
                .mapToObj(length -> COUNTRIES.get(digits.substring(0, length)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("ZZ");
    }
}

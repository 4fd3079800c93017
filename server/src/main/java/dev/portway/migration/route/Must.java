package dev.portway.migration.route;

import java.util.List;
import java.util.stream.Stream;

/** What must be true before a route begins: ids of checks, grouped by what they protect. Those who look know what each id stands for. */
final class Must {
    /** The number lives at the source and may leave it. */
    private static final List<String> NUMBER_CAN_LEAVE = List.of("source-token", "number-format", "number-at-source", "number-registered",
            "two-step-off", "display-name-approved", "not-on-business-app", "not-on-premises", "not-a-test-number", "number-not-restricted",
            "source-ready", "quality-good", "code-reachable", "call-answered", "not-issued-by-whatsapp", "registers-left", "codes-left",
            "payment-at-source",
            "owned-by-client", "messaging-limit", "alone-at-source", "admin-known", "no-ban-announced");
    /** The destination takes it, hears of it and pays for it. */
    private static final List<String> DESTINATION_CAN_TAKE = List.of("destination-token", "not-at-destination", "destination-ready",
            "request-approved", "payment-at-destination", "room-for-numbers", "able-to-send", "app-subscribed",
            "callback-reachable", "no-other-line", "calls-left", "admin-known", "no-ban-announced");

    static final List<String> MOVE_A_NUMBER = all(NUMBER_CAN_LEAVE, DESTINATION_CAN_TAKE,
            List.of("same-business", "same-currency", "template-capacity"));
    /** The destination is made on the way. */
    static final List<String> SIGN_UP_A_NUMBER = NUMBER_CAN_LEAVE;
    static final List<String> ADD_A_NUMBER = all(List.of("code-reachable", "call-answered", "registers-left", "codes-left"),
            DESTINATION_CAN_TAKE);
    /** Nothing leaves, so nothing need be off. */
    static final List<String> SHARE_A_NUMBER = List.of("source-token", "number-format", "number-at-source", "number-registered",
            "not-on-business-app", "not-a-test-number", "number-not-restricted", "quality-good", "messaging-limit");
    static final List<String> CLONE_A_WABA = List.of("source-token", "number-format", "number-at-source", "number-registered",
            "not-on-business-app", "number-not-restricted", "source-ready");
    static final List<String> CONNECT_A_WABA = List.of("destination-token");
    static final List<String> RESTORE_A_NUMBER = List.of("destination-token", "destination-ready", "payment-at-destination",
            "app-subscribed");
    static final List<String> KNOW_THE_NUMBER = List.of("number-format", "number-at-source");

    private Must() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    private static List<String> all(List<String>... groups) {
        return Stream.of(groups).flatMap(List::stream).distinct().toList();
    }
}

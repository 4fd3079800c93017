package dev.portway.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A way a number can change hands, with what waits for it in the sandbox's world {@code routes}: the last digits of its WABAs and numbers there. One
 * provider brings numbers to itself; the other looks after those that are still with it, or leave.
 */
enum Way {
    // @formatter:off
    MIGRATE("migrate", Whose.ROTA, "001", "002", List.of("01"), Map.of()),
    SIGNUP("signup", Whose.ROTA, "001", "002", List.of("01"), Map.of()),
    JOIN("join", Whose.ROTA, "", "026", List.of("14"), Map.of("credit-line", Way.LINE)),
    RESHARE("reshare", Whose.ROTA, "", "026", List.of("14"), Map.of("credit-line", Way.LINE)),
    TO_SOLUTION("intent", Whose.ROTA, "021", "", List.of("04"),
            Map.of("intent", "to-solution", "solution", "650000000000002", "credit-line", Way.LINE)),
    ONTO_SOLUTION("intent", Whose.ROTA, "023", "", List.of("06"), Map.of("intent", "add-to-solution", "solution", "650000000000002")),
    CURRENCY("currency", Whose.ROTA, "024", "", List.of("07", "08"), Map.of("currency", "BRL", "credit-line", Way.LINE)),
    ADD("add", Whose.ROTA, "", "002", List.of("12"), Map.of("display-name", "Padaria Aurora")),
    COEXIST("coexist", Whose.ROTA, "", "", List.of("10"), Map.of()),
    RECONNECT("reconnect", Whose.ROTA, "001", "002", List.of("02"), Map.of("display-name", "Padaria Aurora")),
    HOSTING("hosting", Whose.CEDRO, "", "001", List.of("13"), Map.of()),
    PARTNER_CHANGE("partner-change", Whose.CEDRO, "026", "", List.of("14"), Map.of("partner", "aurora")),
    PORT_OUT("port-out", Whose.CEDRO, "001", "", List.of("02"), Map.of());
    // @formatter:on

    private static final String LINE = "620000000000002";

    /** Who runs Portway here. */
    enum Whose {
        ROTA, CEDRO;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String route;
    private final Whose provider;
    private final String source;
    private final String destination;
    private final List<String> numbers;
    private final Map<String, String> terms;

    Way(String route, Whose provider, String source, String destination, List<String> numbers, Map<String, String> terms) {
        this.route = route;
        this.provider = provider;
        this.source = source;
        this.destination = destination;
        this.numbers = numbers;
        this.terms = terms;
    }

    String route() {
        return route;
    }

    Whose provider() {
        return provider;
    }

    Map<String, String> terms() {
        return terms;
    }

    /** From 1. */
    private int no() {
        return List.of(values()).indexOf(this) + 1;
    }

    Case at(int copy) {
        return new Case(this, copy);
    }

    /**
     * Numbers and WABAs of their own that wait for this way: copies of those in the world {@code routes}.
     *
     * @param copy from 0
     */
    record Case(Way way, int copy) {

        List<String> numbers() {
            return way.numbers.stream().map(this::number).toList();
        }

        /** @param last digits of the number it is a copy of */
        String number(String last) {
            return "+" + "55" + national(last);
        }

        String national(String last) {
            return "1198%02d%03d%s".formatted(way.no(), copy, last);
        }

        /** The copy of this WABA, by the last digits of its id. */
        String waba(String last) {
            return "20%02d%08d%s".formatted(way.no(), copy + 1, last);
        }

        /** Of what else has an id, by the last digits. */
        String id(String before, String last) {
            return before + "%02d%05d%s".formatted(way.no(), copy, last);
        }

        Optional<String> source() {
            return Optional.of(way.source).filter(last -> !last.isEmpty()).map(this::waba);
        }

        Optional<String> destination() {
            return Optional.of(way.destination).filter(last -> !last.isEmpty()).map(this::waba);
        }

        /** Last digits of the WABAs and numbers that are copied. */
        boolean copies(String waba) {
            return waba.endsWith(way.source) && !way.source.isEmpty() || waba.endsWith(way.destination) && !way.destination.isEmpty();
        }

        boolean copiesNumber(String national) {
            return way.numbers.stream().anyMatch(national::endsWith);
        }

        /** As the API asks for it. */
        Map<String, Object> order() {
            var order = new LinkedHashMap<String, Object>();
            order.put("route", way.route);
            order.put("numbers", numbers());
            if (way != SIGNUP) {
                source().ifPresent(waba -> order.put("from", Map.of("waba", waba, "access", "own")));
            }
            if (way != SIGNUP && way != JOIN) {
                destination().ifPresent(waba -> order.put("to", Map.of("waba", waba)));
            }
            order.put("terms", way.terms);
            order.put("settling", "PT1S");
            order.put("submit", true);
            return order;
        }

        @Override
        public String toString() {
            return way + " " + copy;
        }
    }
}

package dev.portway.migration;

import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders of any route, with all that one of it can say. */
public final class Wishes {
    private static final Map<Term, String> SAMPLES = Map.of(Term.CURRENCY, "BRL", Term.CREDIT_LINE, "500005", Term.INTENT, "to-solution",
            Term.SOLUTION, "600006", Term.EFFECTIVE, "2026-12-10T12:00:00Z", Term.PARTNER, "aurora", Term.DISPLAY_NAME, "Padaria Aurora",
            Term.LAST_PAID_MESSAGE, "2026-11-10T12:00:00Z", Term.OPEN_INVOICES, "R$ 1.240,00, outubro");

    private Wishes() {}

    public static Order order(Route route, List<PhoneNumber> numbers, Optional<PhoneNumber> prober) {
        Ends ends = route.asks().ends();
        boolean named = ends.source() != Ends.End.UNNAMED;
        return new Order(route.asks().oneNumber() ? numbers.subList(0, 1) : numbers,
                named ? Optional.of(new WabaId("100001")) : Optional.empty(), named ? SourceAccess.OWN : SourceAccess.NONE,
                ends.destination() == Ends.End.UNNAMED ? Optional.empty() : Optional.of(new WabaId("200002")), Proving.BEFORE_WINDOW,
                Order.SETTLING, Order.PATIENCE, prober);
    }

    /** What it must say. */
    public static List<Learned<?>> needed(Route route) {
        return said(route.asks().needed().stream());
    }

    /** What it must and may say. */
    public static List<Learned<?>> all(Route route) {
        return said(Stream.concat(route.asks().needed().stream(), route.asks().taken().stream()));
    }

    private static List<Learned<?>> said(Stream<Term> terms) {
        var said = new ArrayList<Learned<?>>();
        terms.forEach(term -> said.add(term.says(SAMPLES.getOrDefault(term, "")).orElseThrow()));
        return said;
    }
}

package dev.portway.console.migration;

import dev.portway.asset.Assets;
import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Change;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Outcome;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.SimulatedGraph;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.History;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Standing;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import dev.portway.runner.Desk;
import dev.portway.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A migration on its way against a simulated Graph, shown at each stop as the desk would show it. */
final class Walk {
    static final PhoneNumber NUMBER = new PhoneNumber("+5511987654321");
    static final Locale PORTUGUESE = Locale.of("pt", "BR");
    private static final Source ANA = Source.person("ana");

    private final SimulatedGraph graph = new SimulatedGraph();
    private final List<Desk.Entry> events = new ArrayList<>();
    private List<Finding> findings = List.of();
    private Drift drift = Drift.NONE;
    private List<History.Difference> changes = List.of();
    private Optional<AssetsCompared> compared = Optional.empty();
    private Migration migration;
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    Walk() {
        var order = new Order(List.of(NUMBER), Optional.of(new WabaId("100001")), SourceAccess.READ, Optional.of(new WabaId("200002")),
                Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE, Optional.empty());
        migration = Migration.asked(new MigrationId("mig_00000000000000000000"), new ProviderId("here"),
                Routes.named("migrate").orElseThrow(), order, now);
        take(Transitions.created(migration, List.of(), ANA, now));
    }

    /** What the checks will see. */
    Walk seeing(Finding... seen) {
        findings = List.of(seen);
        return this;
    }

    /** What will have arrived. */
    Walk comparing(AssetsCompared seen) {
        compared = Optional.of(seen);
        return this;
    }

    /** What will have changed since the check. */
    Walk drifting(Drift.Difference... seen) {
        drift = new Drift(List.of(seen), List.of("source-ready"));
        return this;
    }

    /** What the checks say otherwise than a day ago. */
    Walk changed(History.Difference... seen) {
        changes = List.of(seen);
        return this;
    }

    Walk tell(Action action, Map<String, String> input) {
        if (!(Transitions.told(migration, action, input, ANA, now) instanceof Told.Accepted(var change))) {
            throw new AssertionError(action + " is not taken at " + Standing.of(migration, now));
        }
        take(change);
        return go();
    }

    /** Goes on until a person or the clock is needed. */
    private Walk go() {
        while (Standing.of(migration, now).next() instanceof Next.Call call) {
            var begun = Transitions.begun(migration, call, now, now.plusSeconds(60));
            migration = begun.migration();
            now = now.plusMillis(100);
            take(Transitions.ended(migration, begun.attempt(), answer(call), now));
        }
        Transitions.finished(migration, now).ifPresent(this::take);
        return this;
    }

    Walk until(Instant later) {
        now = later;
        return go();
    }

    Next next() {
        return Standing.of(migration, now).next();
    }

    private Outcome answer(Next.Call call) {
        if (call.act() == Act.COMPARE_ASSETS && compared.isPresent()) {
            return Outcome.done(Learned.that(Fact.ASSETS, compared.orElseThrow()));
        }
        if (call.act() == Act.LOOK_FOR_DRIFT) {
            return Outcome.done(Learned.that(Fact.DRIFT, drift));
        }
        return call.act() == Act.RUN_CHECKS && !findings.isEmpty()
                ? Outcome.done(Learned.that(Fact.CHECKED, new Findings(findings)))
                : graph.carryOut(call, migration, now);
    }

    private void take(Change change) {
        migration = change.migration();
        change.events()
                .forEach(event -> events.add(new Desk.Entry(migration.id(), events.size() + 1, event.name(), event.step(),
                        Optional.ofNullable(event.number()), event.data(), event.by(), now, "0-" + events.size())));
    }

    Dossier dossier() {
        var card = new Desk.Card(migration, Standing.of(migration, now), Allowed.of(migration, now), now, migration.moment());
        var templates = List
                .of(new Assets.TemplateLine("boas_vindas", "pt_BR", "UTILITY", "APPROVED", "GREEN", "1", Optional.of("APPROVED"),
                        Optional.of("2"), Assets.Fate.CARRIED));
        var numbers = List.of(new Assets.NumberLine("5511987650001", "VERIFIED", Optional.of("VERIFIED"), Assets.Place.DESTINATION),
                new Assets.NumberLine("5511987650002", "VERIFIED", Optional.empty(), Assets.Place.NEITHER),
                new Assets.NumberLine("5511987650003", "VERIFIED", Optional.empty(), Assets.Place.UNKNOWN),
                new Assets.NumberLine("5511987650004", "NOT_VERIFIED", Optional.empty(), Assets.Place.NEITHER));
        return new Dossier(card, migration.attempts().stream().map(attempt -> new Desk.Tried(attempt, EXCHANGE)).toList(), events,
                templates, numbers, changes);
    }

    private static final String EXCHANGE = """
            [{"method":"POST","path":"/v26.0/1/register","parameters":{"pin":"•••"},"status":400,"answer":{"error":{"code":100}},"millis":12}]
            """;

    Voice voice(Locale language) {
        return new Voice(Words.of("console", language), ZoneId.of("America/Sao_Paulo"), now);
    }

    MigrationPage page() {
        return MigrationPage.of(voice(PORTUGUESE), dossier(), Optional.empty(), Optional.empty());
    }

    MigrationPage page(Typed typed) {
        return MigrationPage.of(voice(PORTUGUESE), dossier(), Optional.of(typed), Optional.empty());
    }

    ActionForm form(MigrationPage page, String action) {
        return page.now().forms().stream().filter(form -> form.action().equals(action)).findFirst().orElseThrow();
    }
}

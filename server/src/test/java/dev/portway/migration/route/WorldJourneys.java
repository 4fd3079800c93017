package dev.portway.migration.route;

import dev.portway.Serving;
import dev.portway.account.Providers;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Term;
import dev.portway.partner.Partners;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A journey for each way a number can change hands, each in a world of the sandbox where its number waits for it. */
final class WorldJourneys implements AutoCloseable {
    private static final String TRILHA = "634974688087004";
    private static final String CEDRO_WABA = "200000000000001";
    private static final String ROTA_WABA = "200000000000002";
    private static final String LINE = "620000000000002";
    private static final AtomicInteger WORLDS = new AtomicInteger();

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final Serving serving = Serving.shared();
    final ProviderId provider;
    private String open = "";

    WorldJourneys(String provider) {
        this.provider = new ProviderId(provider);
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(this.provider, provider));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    WorldJourney migrate() {
        return world("migrate").from(CEDRO_WABA)
                .to(ROTA_WABA)
                .numbers("+5511987660001")
                .reading(CEDRO_WABA, "source", WorldJourney.CEDRO);
    }

    /** In the world that everybody starts with, whose source has templates. */
    WorldJourney migrateWithTemplates() {
        return world("migrate", "default").from(CEDRO_WABA)
                .to(ROTA_WABA)
                .numbers("+5511987650002")
                .reading(CEDRO_WABA, "source", WorldJourney.CEDRO);
    }

    WorldJourney migrateWithoutAccess() {
        return world("migrate").from(CEDRO_WABA).withoutAccess().to(ROTA_WABA).numbers("+5511987660001");
    }

    WorldJourney signup() {
        return world("signup").numbers("+5511987660001").signsUp(person -> person.codeFor(ROTA_WABA));
    }

    WorldJourney join() {
        return world("join").numbers("+5511987660014").said(Term.CREDIT_LINE, LINE).signsUp(person -> {
            if (person.wabaBeside("5511987660014", "200000000000026").isEmpty()) {
                person.post("numbers/+5511987660014/partners", Map.of("appId", WorldJourney.ROTA));
            }
            return person.codeFor(person.wabaBeside("5511987660014", "200000000000026").orElseThrow());
        });
    }

    WorldJourney reshare() {
        return world("reshare").to("200000000000026").numbers("+5511987660014").said(Term.CREDIT_LINE, LINE).signsUp(person -> {
            person.put("wabas/200000000000026", Map.of("partners", Map.of("510000000000002", "MANAGE")));
            return person.codeFor("200000000000026");
        });
    }

    WorldJourney intentToAnotherSolution() {
        return world("intent").from("200000000000021")
                .numbers("+5511987660004")
                .said(Term.INTENT, "to-solution")
                .said(Term.SOLUTION, "650000000000002")
                .said(Term.CREDIT_LINE, LINE)
                .reading("200000000000021", "trilha-aurora", TRILHA);
    }

    WorldJourney intentOntoASolution() {
        return world("intent").from("200000000000023")
                .numbers("+5511987660006")
                .said(Term.INTENT, "add-to-solution")
                .said(Term.SOLUTION, "650000000000002")
                .reading("200000000000023", "trilha-aurora", TRILHA);
    }

    WorldJourney currency() {
        return world("currency").from("200000000000024")
                .numbers("+5511987660007", "+5511987660008")
                .said(Term.CURRENCY, "BRL")
                .said(Term.CREDIT_LINE, LINE);
    }

    WorldJourney add() {
        return world("add").to(ROTA_WABA).numbers("+5511987660012").said(Term.DISPLAY_NAME, "Padaria Aurora");
    }

    WorldJourney coexist() {
        return world("coexist").numbers("+5511987660010").signsUp(person -> {
            if (person.signedUp()) {
                person.post("phones/5511987660010/app/disconnection", Map.of("reason", "ACCOUNT_DISCONNECTED"));
            }
            return person.post("phones/5511987660010/app/connection", Map.of("appId", WorldJourney.ROTA)).path("code").asString();
        });
    }

    WorldJourney reconnect() {
        return world("reconnect").from(CEDRO_WABA)
                .to(ROTA_WABA)
                .numbers("+5511987660002")
                .said(Term.DISPLAY_NAME, "Padaria Aurora")
                .reading(CEDRO_WABA, "source", WorldJourney.CEDRO);
    }

    WorldJourney hosting() {
        return world("hosting").to(CEDRO_WABA).numbers("+5511987660013").asCedro();
    }

    WorldJourney partnerChange() {
        serving.bean(Partners.class).set(provider, new Partners.Partner("aurora", "Aurora", false));
        return world("partner-change").from("200000000000026").numbers("+5511987660014").said(Term.PARTNER, "aurora").asCedro();
    }

    WorldJourney portOut() {
        return world("port-out").from(CEDRO_WABA).numbers("+5511987660002").asCedro();
    }

    /** Closes the world of the journey before: a sandbox holds a few hundred. */
    private WorldJourney world(String route) {
        return world(route, "routes");
    }

    private WorldJourney world(String route, String shipped) {
        if (!open.isEmpty()) {
            sandbox.close(open);
        }
        String name = "w" + WORLDS.getAndIncrement();
        open = name;
        return new WorldJourney(serving, provider, route, new WorldPeople(sandbox, name, sandbox.open(name, shipped)));
    }
}

package dev.portway.sandbox.rules.waba;

import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.rules.access.Admins;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.rules.number.Adding;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.WabaRequest;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WABAs that a provider asks for, and what is left of those it made in a client's name.
 *
 * <p>Documented (partner-initiated WABA creation, 21 May 2026): Solution Partners only; the client accepts in Business Suite within 90 days and
 * owns the WABA; nothing pays for it until a credit line is shared by a call; from phase 1 of the account model the client gives a number.
 */
public final class WabaRequests {

    private static final Duration LIFE = Duration.ofDays(90);

    private final World world;
    private final Adding adding;
    private final Notices notices;
    private final NewWabas newWabas;

    public WabaRequests(World world, Adding adding, NewWabas newWabas, Notices notices) {
        this.newWabas = newWabas;
        this.world = world;
        world.does("request-lapse", later -> Optional.ofNullable(world.wabaRequests.get(later.of("request"))).ifPresent(this::look));
        this.adding = adding;
        this.notices = notices;
    }

    public WabaRequest ask(App app, Business client, String name) {
        Hindrance.NOT_SOLUTION_PARTNER.unless(Credit.has(world, app.businessId));
        WabaRequest request = new WabaRequest(world.ids().other(), app, client.id, name);
        request.createdAt = world.now();
        world.wabaRequests.put(request.id, request);
        world.later(LIFE, "request-lapse", Map.of("request", request.id));
        return request;
    }

    /** Lets happen what its age brings. */
    public void look(WabaRequest request) {
        if (request.open() && !world.now().isBefore(request.createdAt.plus(LIFE))) {
            request.status = "EXPIRED";
        }
    }

    /**
     * An admin accepts.
     *
     * @param number the client's, with its calling code; wanted from phase 1 of the account model on, else it may be empty
     */
    public Waba accept(WabaRequest request, @Nullable Person by, String number) {
        check(request, by);
        Hindrance.NUMBER_WANTED.unless(!number.isEmpty() || world.switches.number(Switch.ACCOUNT_MODEL_PHASE) < 1);
        Business client = Objects.requireNonNull(world.businesses.get(request.clientId));
        newWabas.check(client);
        if (!number.isEmpty()) {
            adding.check(null, client, number);
        }
        Waba waba = newWabas.make(client, request.name);
        if (!number.isEmpty()) {
            adding.add(waba, number);
        }
        waba.partners.put(request.app.businessId, Waba.Share.MANAGE);
        request.status = "ACCEPTED";
        request.wabaId = waba.id;
        notices.partner(waba, "PARTNER_ADDED", request.app, null);
        return waba;
    }

    public void decline(WabaRequest request, @Nullable Person by) {
        check(request, by);
        request.status = "DECLINED";
    }

    private void check(WabaRequest request, @Nullable Person by) {
        look(request);
        if (!request.open()) {
            throw Hindrance.NOT_OPEN.hinders("it is " + request.status);
        }
        Admins.check(by, request.clientId);
    }

    /**
     * The client answers a request to be messaged for, which the on-behalf-of model left behind. Documented (21 May 2026): that model has ended,
     * and no new request can be made.
     */
    public void answerLeftover(Waba waba, @Nullable Person by, boolean accepts) {
        checkLeftoverOpen(waba);
        Admins.check(by, waba.ownerId);
        waba.messagingFor = accepts ? "APPROVED" : "DECLINED";
    }

    /** Nobody answered it in time. */
    public void lapseLeftover(Waba waba) {
        checkLeftoverOpen(waba);
        waba.messagingFor = "EXPIRED";
    }

    private static void checkLeftoverOpen(Waba waba) {
        if (!waba.messagingFor.equals("PENDING") && !waba.messagingFor.equals("IN_PROGRESS")) {
            throw Hindrance.NOT_OPEN.hinders("it is " + waba.messagingFor);
        }
    }
}

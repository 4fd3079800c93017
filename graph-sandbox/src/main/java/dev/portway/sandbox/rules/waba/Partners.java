package dev.portway.sandbox.rules.waba;

import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.PaymentMethod;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom the owner of a WABA shares it with: partners come and go at Business settings, WhatsApp accounts, Partners.
 *
 * <p>Source: migrating WABAs among solution partners, 4 Nov 2025; account_update webhook, 2026.
 */
public final class Partners {

    private static final Duration LIFE = Duration.ofDays(90);

    private final World world;
    private final Notices notices;

    public Partners(World world, Notices notices) {
        this.world = world;
        this.notices = notices;
        world.does("unshared-lapse", later -> Optional.ofNullable(world.wabas.get(later.of("waba"))).ifPresent(this::look));
    }

    public void add(Waba waba, String businessId, Waba.Share share) {
        Waba.Share before = waba.partners.put(businessId, share);
        if (before == null) {
            apps(businessId).forEach(app -> notices.partner(waba, "PARTNER_ADDED", app, null));
        }
    }

    /**
     * The owner removes a partner. Documented: when that partner's line pays, sends are blocked at once, until the 1st of the month after another
     * line is shared; client-owned WABAs only. Assumed: nothing changes where a card or somebody else pays.
     */
    public void remove(Waba waba, String businessId) {
        if (waba.partners.remove(businessId) == null) {
            return;
        }
        apps(businessId).forEach(app -> notices.partner(waba, "PARTNER_REMOVED", app, null));
        if (world.switches.is(Switch.SUBSCRIPTION_AFTER_UNSHARING, "removed")) {
            apps(businessId).forEach(app -> waba.subscriptions.remove(app.id));
        }
        if (paid(waba, businessId) && waba.ownershipType.equals("CLIENT_OWNED")) {
            waba.unshared = true;
            waba.unsharedAt = world.now();
            waba.paysFrom = null;
            world.later(LIFE, "unshared-lapse", Map.of("waba", waba.id));
        }
    }

    private boolean paid(Waba waba, String businessId) {
        PaymentMethod method = waba.fundingId == null ? null : world.paymentMethods.get(waba.fundingId);
        return method != null && method.kind == PaymentMethod.Kind.CREDIT_LINE && method.businessId.equals(businessId);
    }

    private List<App> apps(String businessId) {
        return world.apps.values().stream().filter(app -> app.businessId.equals(businessId)).toList();
    }

    /** Documented: Meta moves it after 90 days when nobody does. Assumed: where to, see the switch. */
    private void look(Waba waba) {
        boolean old = waba.unsharedAt != null && !world.now().isBefore(waba.unsharedAt.plus(LIFE));
        if (waba.unshared && old && world.switches.is(Switch.UNSHARED_AFTER_90_DAYS, "owner-pays")) {
            waba.unshared = false;
            waba.unsharedAt = null;
            waba.fundingId = null;
        }
    }
}

package dev.portway.sandbox.rules.notice;

import dev.portway.sandbox.refusal.ErrorRow;

import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Waba;

/** Which apps receive a WABA's webhooks. Documented: {@code subscribed_apps} reference and webhook overrides. */
public final class Subscriptions {

    /** Documented: an override address has at most 200 characters. */
    private static final int LONGEST_URL = 200;

    private final Notices notices;

    public Subscriptions(Notices notices) {
        this.notices = notices;
    }

    /** Documented (webhook overrides, 28 Jun 2026): the app is subscribed first, with an address of its own. */
    public void checkOverride(Waba waba, App app, String overrideUrl) {
        if (overrideUrl.length() > LONGEST_URL) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param override_callback_uri must be at most 200 characters long");
        }
        if (!overrideUrl.isEmpty() && !(waba.subscriptions.containsKey(app.id) && app.hears("messages"))) {
            throw ErrorRow.OVERRIDE_TOO_EARLY.refused();
        }
    }

    /** Returns whether anything changed. A call without an address removes the override. */
    public boolean subscribe(Waba waba, App app, String overrideUrl) {
        String before = waba.subscriptions.put(app.id, overrideUrl);
        if (before == null) {
            notices.remember(waba, "APP_SUBSCRIBED", app.id, app.name + " subscribed");
            notices.account(waba, "PARTNER_APP_INSTALLED", app);
        }
        return !overrideUrl.equals(before);
    }

    public boolean unsubscribe(Waba waba, App app) {
        boolean was = waba.subscriptions.remove(app.id) != null;
        if (was) {
            notices.remember(waba, "APP_UNSUBSCRIBED", app.id, app.name + " unsubscribed");
            notices.account(waba, "PARTNER_APP_UNINSTALLED", app);
        }
        return was;
    }
}

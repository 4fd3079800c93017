package dev.portway.graphclient;

import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.AppWebhook;
import dev.portway.graphclient.node.SubscribedApp;
import dev.portway.graphclient.node.WebhookOverride;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.util.List;

/** Who gets the webhooks of a WABA. A call concerns the app whose token makes it. Source: Meta, "Override webhooks", 2026. */
public final class SubscriptionCalls {
    private final GraphLine line;

    SubscriptionCalls(GraphLine line) {
        this.line = line;
    }

    /** Empty: nobody listens, and a number on the Cloud API cannot move in. */
    public ReadResult<Listing<SubscribedApp>> of(WabaId waba) {
        return Pages.all(line, Call.get(path(waba)), SubscriptionCalls::app);
    }

    /**
     * Where an app has webhooks sent, asked in its own name: nobody else is told. Graph takes an address only once it has answered a greeting.
     *
     * <p>Source: Meta, reference of the app's edge {@code subscriptions}, 2026. Observed: fields come as names, or as objects with a name.
     */
    public ReadResult<Listing<AppWebhook>> ofApp(AppId app, AppSecret secret) {
        GraphLine asApp = line.as(GraphAccess.of(AccessToken.ofApp(app, secret), secret));
        return Pages.all(asApp, Call.get("/" + app + "/subscriptions"), SubscriptionCalls::webhook);
    }

    private static AppWebhook webhook(Fields json) {
        List<String> named = json.list("fields", field -> field.needed("name"));
        return new AppWebhook(json.needed("object"), json.text("callback_url"), json.flag("active"),
                named.isEmpty() ? json.texts("fields") : named);
    }

    /** May be repeated. An override that was set before is taken away. */
    public EffectResult<Done> subscribe(WabaId waba, SendBy sendBy) {
        return line.effect(Call.post(path(waba)), sendBy, RegistrationCalls::success);
    }

    /** The same, to another address than the app's own. */
    public EffectResult<Done> subscribe(WabaId waba, WebhookOverride override, SendBy sendBy) {
        Call call = Call.post(path(waba))
                .with("override_callback_uri", override.callbackUri())
                .with("verify_token", override.verifyToken());
        return line.effect(call, sendBy, RegistrationCalls::success);
    }

    public EffectResult<Done> unsubscribe(WabaId waba, SendBy sendBy) {
        return line.effect(Call.delete(path(waba)), sendBy, RegistrationCalls::success);
    }

    private static String path(WabaId waba) {
        return "/" + waba + "/subscribed_apps";
    }

    private static SubscribedApp app(Fields json) {
        Fields app = json.child("whatsapp_business_api_data");
        if (app == null) {
            throw new NotUnderstood("no whatsapp_business_api_data");
        }
        return new SubscribedApp(app.needed("id", AppId::new), app.text("name"), app.text("link"), json.text("override_callback_uri"));
    }
}

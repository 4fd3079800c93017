package dev.portway.graphclient.node;

import dev.portway.graphclient.value.AppId;
import org.jspecify.annotations.Nullable;

/**
 * An app that gets the webhooks of a WABA.
 *
 * @param overrideCallbackUri where they go instead of the app's own address; null: nowhere else
 */
public record SubscribedApp(AppId id, @Nullable String name, @Nullable String link, @Nullable String overrideCallbackUri) {}

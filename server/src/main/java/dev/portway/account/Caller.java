package dev.portway.account;

import dev.portway.migration.ProviderId;

/**
 * Who is asking, and for which provider: the principal of every request that was let in. Controllers take it as {@code @AuthenticationPrincipal Caller}.
 *
 * @param name of the key, or the sign-in name of the user
 * @param id of the row in {@code api_keys} or {@code users}
 */
public record Caller(ProviderId provider, Kind kind, long id, String name) {

    /** By which door they came. */
    public enum Kind {
        KEY, USER
    }
}

package dev.portway.account;

import dev.portway.migration.ProviderId;

/**
 * A person who signs in to the console.
 *
 * @param scope what they may do there
 * @param mustChangePassword the password was set by somebody else; until it is changed nothing else is open
 */
public record User(ProviderId provider, long id, String signIn, Scope scope, boolean mustChangePassword) {

    Caller caller() {
        return new Caller(provider, Caller.Kind.USER, id, signIn);
    }
}

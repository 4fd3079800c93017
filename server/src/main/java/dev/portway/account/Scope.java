package dev.portway.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What an API key or a person of the console may do; each includes the ones before it. */
public enum Scope {

    /** Look at everything of the provider. */
    READ,
    /** Start and carry on migrations, make guest links. */
    WRITE,
    /** What the provider is at Meta, and metrics. */
    ADMIN;

    /** As it is written in keys' lists, in JSON and in Spring's authorities. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A scope is read, write or admin, not \"" + word + "\""));
    }

    /** This one and those it includes. */
    Set<Scope> included() {
        return Arrays.stream(values()).filter(scope -> scope.compareTo(this) <= 0).collect(Collectors.toUnmodifiableSet());
    }

    /** As Spring's authorities. */
    static List<GrantedAuthority> authorities(Set<Scope> scopes) {
        return AuthorityUtils.createAuthorityList(scopes.stream().map(Scope::word).toList());
    }
}

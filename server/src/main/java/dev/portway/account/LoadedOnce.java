package dev.portway.account;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;

/** Reads the session when somebody asks who is there; most requests for assets ask nobody. */
final class LoadedOnce implements DeferredSecurityContext {

    private final Supplier<SecurityContext> source;
    private @Nullable SecurityContext loaded;

    LoadedOnce(Supplier<SecurityContext> source) {
        this.source = source;
    }

    @Override
    public SecurityContext get() {
        var known = loaded;
        if (known == null) {
            known = source.get();
            loaded = known;
        }
        return known;
    }

    @Override
    public boolean isGenerated() {
        return get().getAuthentication() == null;
    }
}

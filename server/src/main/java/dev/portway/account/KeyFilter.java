package dev.portway.account;

import dev.portway.account.Refusing.Reason;
import dev.portway.account.Refusing.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever brings {@code Authorization: Bearer pk_…}. A key that is not in force is refused here; none at all is for the rules behind to judge. */
final class KeyFilter extends OncePerRequestFilter {

    private final ApiKeys keys;
    private final Pace pace;
    private final Refusing refusing;

    KeyFilter(ApiKeys keys, Pace pace, Refusing refusing) {
        this.keys = keys;
        this.pace = pace;
        this.refusing = refusing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null) {
            var holder = header.regionMatches(true, 0, "Bearer ", 0, 7)
                    ? keys.holder(header.substring(7).strip())
                    : Optional.<ApiKeys.Holder>empty();
            var refusal = holder.map(this::tooMany).orElse(Optional.of(Refusal.of(Reason.KEY_UNKNOWN)));
            if (refusal.isPresent()) {
                refusing.tell(refusal.get(), request, response);
                return;
            }
            holder.ifPresent(KeyFilter::signIn);
        }
        chain.doFilter(request, response);
    }

    private Optional<Refusal> tooMany(ApiKeys.Holder holder) {
        return pace.spent(holder.caller().id()).map(pause -> new Refusal(Reason.TOO_MANY_REQUESTS, pause));
    }

    private static void signIn(ApiKeys.Holder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new PreAuthenticatedAuthenticationToken(holder.caller(), null, Scope.authorities(holder.scopes())));
        SecurityContextHolder.setContext(context);
    }
}

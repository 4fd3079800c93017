package dev.portway.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever brings {@code Authorization: Bearer pk_…}. A key that is not in force is refused here; none at all is for the rules behind to judge. */
final class KeyFilter extends OncePerRequestFilter {

    private final ApiKeys keys;

    KeyFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null) {
            var holder = header.regionMatches(true, 0, "Bearer ", 0, 7)
                    ? keys.holder(header.substring(7).strip())
                    : java.util.Optional.<ApiKeys.Holder>empty();
            if (holder.isEmpty()) {
                Refusals.unknownKey(response);
                return;
            }
            signIn(holder.get());
        }
        chain.doFilter(request, response);
    }

    private static void signIn(ApiKeys.Holder holder) {
        var words = holder.scopes().stream().map(Scope::word).toArray(String[]::new);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new PreAuthenticatedAuthenticationToken(holder.caller(), null, AuthorityUtils.createAuthorityList(words)));
        SecurityContextHolder.setContext(context);
    }
}

package dev.portway.account;

import dev.portway.migration.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** The console's session as a browser carries it: a random token in a cookie that scripts cannot read and other sites' forms do not send. */
final class SessionCookie implements SecurityContextRepository {

    static final String NAME = "portway_session";

    /** A person of the provider, signed in. */
    static final String CONSOLE = "console";

    /** Someone whose password was set by somebody else. */
    static final String CHANGE_PASSWORD = "change-password";

    private final Sessions sessions;
    private final boolean alwaysSecure;

    /** @param alwaysSecure browsers come by https, though we are reached by http behind a proxy */
    SessionCookie(Sessions sessions, boolean alwaysSecure) {
        this.sessions = sessions;
        this.alwaysSecure = alwaysSecure;
    }

    void open(User user, HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::close);
        response.addCookie(cookie(sessions.open(user).reveal(), -1, request));
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::close);
        response.addCookie(cookie("", 0, request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public org.springframework.security.core.context.DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new LoadedOnce(() -> {
            var context = SecurityContextHolder.createEmptyContext();
            token(request).flatMap(sessions::find).ifPresent(user -> context.setAuthentication(authentication(user)));
            return context;
        });
    }

    /** Sessions are opened at sign-in and nowhere else. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }

    static Authentication authentication(User user) {
        return new PreAuthenticatedAuthenticationToken(user.caller(), null,
                AuthorityUtils.createAuthorityList(user.mustChangePassword() ? CHANGE_PASSWORD : CONSOLE));
    }

    private static Optional<Secret> token(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
                        .findFirst()
                        .map(cookie -> new Secret(cookie.getValue()));
    }

    private Cookie cookie(String value, int maxAgeSeconds, HttpServletRequest request) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(alwaysSecure || request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(maxAgeSeconds);
        return cookie;
    }
}

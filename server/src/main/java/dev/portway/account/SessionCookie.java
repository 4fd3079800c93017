package dev.portway.account;

import dev.portway.migration.fact.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
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

    /** Stays when the session ends: somebody has signed in with this browser before. */
    static final String DEVICE = "portway_device";

    /** Someone whose password was set by somebody else: all they may do, whatever their scope. */
    static final String CHANGE_PASSWORD = "change-password";

    private final Sessions sessions;
    private final Devices devices;
    private final Cookies cookies;

    SessionCookie(Sessions sessions, Devices devices, Cookies cookies) {
        this.sessions = sessions;
        this.devices = devices;
        this.cookies = cookies;
    }

    void open(User user, HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::close);
        cookies.set(new Cookies.Baked(NAME, sessions.open(user), Cookies.UNTIL_CLOSED), request, response);
        var device = devices.remember(user, device(request));
        cookies.set(new Cookies.Baked(DEVICE, device, Math.toIntExact(Duration.ofDays(Devices.KEPT_DAYS).toSeconds())), request, response);
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::close);
        cookies.set(new Cookies.Baked(NAME, new Secret(""), Cookies.NOT_AT_ALL), request, response);
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
                user.mustChangePassword()
                        ? AuthorityUtils.createAuthorityList(CHANGE_PASSWORD)
                        : Scope.authorities(user.scope().included()));
    }

    private Optional<Secret> token(HttpServletRequest request) {
        return cookies.find(request, NAME);
    }

    static Optional<Secret> device(HttpServletRequest request) {
        return Cookies.findEither(request, DEVICE);
    }
}

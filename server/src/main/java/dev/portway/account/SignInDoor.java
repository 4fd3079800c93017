package dev.portway.account;

import dev.portway.migration.fact.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What happens at {@code /sign-in}, as addresses that its page understands: {@code ?wrong}, {@code ?wait=SECONDS}, {@code ?expired} (the form was too old),
 * {@code ?out}, {@code ?changed} (sign in with the new password), {@code ?next=/where/to} go on from there.
 */
final class SignInDoor implements AuthenticationProvider {

    private final SignIns signIns;
    private final SessionCookie cookie;

    SignInDoor(SignIns signIns, SessionCookie cookie) {
        this.signIns = signIns;
        this.cookie = cookie;
    }

    /** Tries are spent for now. */
    private static final class TriesSpent extends LockedException {

        private static final long serialVersionUID = 1L;
        private final long waitSeconds;

        TriesSpent(long waitSeconds) {
            super("too many tries");
            this.waitSeconds = waitSeconds;
        }
    }

    /** Too many others sign in at this moment. */
    private static final class RoomFull extends AuthenticationServiceException {

        private static final long serialVersionUID = 1L;
        private final long comeAgainSeconds;

        RoomFull(long comeAgainSeconds) {
            super("too many at once");
            this.comeAgainSeconds = comeAgainSeconds;
        }
    }

    /** The user in, as the details of who was let in. */
    @Override
    public Authentication authenticate(Authentication asked) {
        var from = asked.getDetails() instanceof SignIns.Origin origin ? origin : SignIns.Origin.UNKNOWN;
        return switch (signIns.attempt(asked.getName(), new Secret(String.valueOf(asked.getCredentials())), from)) {
            case SignIns.Ended.SignedIn(var user) -> {
                var let = UsernamePasswordAuthenticationToken.authenticated(user.caller(), null,
                        SessionCookie.authentication(user).getAuthorities());
                let.setDetails(user);
                yield let;
            }
            case SignIns.Ended.Wrong() -> throw new BadCredentialsException("wrong name or password");
            case SignIns.Ended.TooMany(var opensIn) -> throw new TriesSpent(opensIn.toSeconds());
            case SignIns.Ended.Busy(var comeAgainIn) -> throw new RoomFull(comeAgainIn.toSeconds());
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    void letIn(HttpServletRequest request, HttpServletResponse response, Authentication let) throws IOException {
        if (let.getDetails() instanceof User user) {
            cookie.open(user, request, response);
            response.sendRedirect(user.mustChangePassword() ? "/password" : localPath(request.getParameter("next")));
        }
    }

    void turnAway(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof RoomFull full) {
            response.setHeader("Retry-After", String.valueOf(full.comeAgainSeconds));
            response.sendError(503);
            return;
        }
        response.sendRedirect("/sign-in?" + (why instanceof TriesSpent spent ? "wait=" + spent.waitSeconds : "wrong")
                + next(request.getParameter("next")));
    }

    /** Somebody not signed in asked for a page. */
    void askToSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String form = request.getRequestURI().replaceFirst("/actions/[a-z-]+$", "");
        response.sendRedirect("/sign-in"
                + (request.getMethod().equals("GET") ? next(request.getRequestURI()).replaceFirst("&", "?") : "?expired" + next(form)));
    }

    /** Somebody signed in may not, or brought no valid token of a form of ours. */
    void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
        if (why instanceof CsrfException && request.getRequestURI().equals("/sign-in")) {
            response.sendRedirect("/sign-in?expired");
        } else if (!(why instanceof CsrfException) && mustChangePassword(request)) {
            response.sendRedirect("/password");
        } else {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
            response.sendError(403);
        }
    }

    /** Not asked by {@code isUserInRole}, which puts a prefix before what we call an authority. */
    private static boolean mustChangePassword(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who
                && who.getAuthorities().stream().anyMatch(one -> SessionCookie.CHANGE_PASSWORD.equals(one.getAuthority()));
    }

    private static String next(@Nullable String path) {
        return localPath(path).equals("/") ? "" : "&next=" + URLEncoder.encode(localPath(path), StandardCharsets.UTF_8);
    }

    /** Only a path of ours: {@code //elsewhere} and {@code /\elsewhere} are other sites to a browser, and {@code /..//elsewhere} may become one. */
    static String localPath(@Nullable String path) {
        // Without groups that repeat, which take the stack of a path with thousands of parts.
        return path != null && path.matches("/[A-Za-z0-9_.~/-]{0,200}") && !path.contains("//") && !path.contains("/.")
                && (path.equals("/") || !path.endsWith("/")) ? path : "/";
    }
}

package dev.portway.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a browser is shown when something goes wrong: what happened, and where to go on. What was inside is in the log and not here. */
@Component
class ErrorPages implements ErrorViewResolver {
    private static final List<HttpStatus> NAMED = List.of(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND, HttpStatus.METHOD_NOT_ALLOWED,
            HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE);

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, @Nullable Object> model) {
        String named = outOfScope(request)
                ? "scope"
                : NAMED.contains(status) ? String.valueOf(status.value()) : status.is5xxServerError() ? "500" : "other";
        return new ModelAndView(pages.show(status, "error", Map.of("named", named)));
    }

    /** Somebody is signed in and may not do this; not a form that was too old. */
    private static boolean outOfScope(HttpServletRequest request) {
        return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof AccessDeniedException why
                && !(why instanceof CsrfException);
    }
}

package dev.portway.console;

import dev.portway.words.Words;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/** The language of a page: the one just chosen with {@code ?lang=}, the one chosen before, the first of the browser's that we speak, English. */
final class Languages {
    static final String PARAMETER = "lang";
    private static final String COOKIE = "portway_language";
    private static final int A_YEAR_SECONDS = 365 * 24 * 60 * 60;

    private Languages() {}

    /** A choice made with this request is kept for the next ones. */
    static Words words(HttpServletRequest request, HttpServletResponse response) {
        Optional<Locale> chosen = ours(request.getParameter(PARAMETER));
        chosen.ifPresent(language -> response.addCookie(cookie(language)));
        Optional<Locale> spoken = chosen
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).flatMap(kept -> ours(kept.getValue())));
        return spoken.map(language -> Words.of("console", language))
                .orElseGet(() -> Words.of("console", Optional.ofNullable(request.getHeader("Accept-Language"))));
    }

    private static Optional<Locale> ours(@org.jspecify.annotations.Nullable String tag) {
        return Words.LANGUAGES.stream().filter(language -> language.toLanguageTag().equals(tag)).findFirst();
    }

    private static Cookie cookie(Locale language) {
        var cookie = new Cookie(COOKIE, language.toLanguageTag());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(A_YEAR_SECONDS);
        return cookie;
    }
}

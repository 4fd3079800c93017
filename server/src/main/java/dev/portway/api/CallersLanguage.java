package dev.portway.api;

import dev.portway.words.Vocabulary;
import dev.portway.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The language of whoever sent the request that is being answered, as its header Accept-Language asks for. */
@Component
class CallersLanguage {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    CallersLanguage(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Says in the answer which language it is in. */
    Vocabulary vocabulary() {
        Words words = Words.of("api", Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.language());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return new Vocabulary(words);
    }
}

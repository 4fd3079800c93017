package dev.portway.console;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Turns templates and what they show into answers. */
@Component
class Pages {
    private final TemplateEngine templates;
    private final InstantSource clock;
    private final boolean rehearsal;
    private final PageFiles files = new PageFiles();

    Pages(TemplateEngine templates, InstantSource clock, @Value("${portway.rehearsal:false}") boolean rehearsal) {
        this.templates = templates;
        this.clock = clock;
        this.rehearsal = rehearsal;
    }

    /** Whether all that is moved here are numbers of a sandbox. */
    boolean rehearsal() {
        return rehearsal;
    }

    /** @param template its file in {@code src/main/jte} without the ending; it is given {@code page} and these */
    View show(String template, Map<String, ?> shown) {
        return show(HttpStatus.OK, template, shown);
    }

    View show(HttpStatus status, String template, Map<String, ?> shown) {
        return (model, request, response) -> write(status, template, shown, new Exchange(request, response));
    }

    /** What came and what goes. */
    private record Exchange(HttpServletRequest request, HttpServletResponse response) {}

    private void write(HttpStatus status, String template, Map<String, ?> shown, Exchange exchange) throws IOException {
        HttpServletResponse response = exchange.response();
        Page page = page(exchange.request(), response);
        var all = new HashMap<String, Object>(shown);
        all.put("page", page);
        var output = new StringOutput();
        templates.render(template + ".jte", all, output);
        byte[] bytes = output.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", page.words().language());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Page page(HttpServletRequest request, HttpServletResponse response) {
        var csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Page.Csrf(token.getParameterName(), token.getToken())
                : Page.Csrf.NONE;
        return new Page(Languages.words(request, response), Reader.of(request), csrf, path(request), clock.instant(), rehearsal, files);
    }

    /** With the query of a page that was fetched, so that changing the language loses nothing; without a language chosen before. */
    private static String path(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).filter(_ -> request.getMethod().equals("GET")).orElse("");
        String others = Stream.of(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith(Languages.PARAMETER + "="))
                .collect(Collectors.joining("&"));
        return others.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + others;
    }
}

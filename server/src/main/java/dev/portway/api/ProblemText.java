package dev.portway.api;

import dev.portway.intake.Wrong;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.words.Vocabulary;
import dev.portway.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with a request as RFC 9457 writes it, in the caller's language; every refusal of the API is written here.
 *
 * <pre>
 * type    /problems/&lt;code&gt;, where it is explained       code   stable
 * title   what it is                                     detail what it is this time
 * status  as in the answer's first line                  trace  finds the request in the log
 * and what it is about: field, number, limit, allowed …
 * remedy, owner   what helps and whose move it is, where the catalogue knows
 * </pre>
 */
record ProblemText(Wrong wrong, String language, String json) {
    static final String TYPES = "/problems/";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemText.class);
    private static final JsonMapper JSON = new JsonMapper();
    /** Of what somebody sent, this much is repeated to them. */
    private static final int ECHO_CHARACTERS = 120;

    static ProblemText of(Wrong wrong, Map<String, Object> about, HttpServletRequest request) {
        Words words = Words.of("api", Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        var said = new LinkedHashMap<String, Object>();
        about.forEach((name, value) -> said.put(name, value instanceof Number ? value : echo(value.toString())));
        var blanks = new LinkedHashMap<>(said);
        blanks.computeIfPresent("wrong", (_, word) -> words.say(wrong.code() + "." + word));
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", TYPES + wrong.code());
        problem.put("title", words.say(wrong.code() + ".title", blanks));
        problem.put("status", wrong.status());
        problem.put("detail", words.say(wrong.code() + ".detail", blanks));
        problem.put("code", wrong.code());
        problem.put("trace", Traces.of(request));
        said.forEach(problem::putIfAbsent);
        Optional.ofNullable(about.get("problem"))
                .flatMap(code -> Problems.find(code.toString()))
                .ifPresent(row -> problem.putAll(mending(row, new Vocabulary(words))));
        LOG.debug("{} {} {}: {}", problem.get("trace"), request.getMethod(), request.getRequestURI(), wrong.code());
        return new ProblemText(wrong, words.language(), JSON.writeValueAsString(problem));
    }

    /** What helps and whose move it is, where it is a row of the catalogue that stands in the way. */
    private static Map<String, String> mending(Problem row, Vocabulary vocabulary) {
        return Map.of("remedy", vocabulary.problem(row.code()).todo(), "owner", row.owner().word(), "ownerText",
                vocabulary.say("party." + row.owner().word()));
    }

    static ProblemText of(Wrong wrong, HttpServletRequest request) {
        return of(wrong, wrong == Wrong.BODY_TOO_LARGE ? Map.of("limit", Bodies.LONGEST_BYTES) : Map.of(), request);
    }

    /** No half characters, which no encoding can write, nor control characters, which terminals obey; not all of something long. */
    private static String echo(String sent) {
        var clean = new StringBuilder();
        sent.codePoints()
                .limit(ECHO_CHARACTERS)
                .map(one -> Character.isISOControl(one) || Character.getType(one) == Character.SURROGATE ? 0xFFFD : one)
                .forEach(clean::appendCodePoint);
        return clean.length() < sent.length() && sent.codePointCount(0, sent.length()) > ECHO_CHARACTERS ? clean + "…" : clean.toString();
    }

    ResponseEntity<String> answer() {
        return ResponseEntity.status(wrong.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json);
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(wrong.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.portway.api;

import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import dev.portway.problem.Party;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.words.Vocabulary;
import dev.portway.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * owner   whose move it is                               remedy what helps, where the detail does not say it
 * retryAfterSeconds   when asking again is worth it, where waiting helps; the header Retry-After says the same
 * </pre>
 */
record ProblemText(Wrong wrong, String language, Duration pause, String json) {
    static final String TYPES = "/problems/";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemText.class);
    private static final JsonMapper JSON = new JsonMapper();
    /** Of what somebody sent, this much is repeated to them. */
    private static final int ECHO_CHARACTERS = 120;

    static ProblemText of(Rejected rejected, HttpServletRequest request) {
        Wrong wrong = rejected.wrong();
        Map<String, Object> about = rejected.about();
        Words words = Words.of("api", Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        var said = new LinkedHashMap<String, Object>();
        about.forEach((name, value) -> said.put(name, value instanceof Number ? value : echo(value.toString())));
        var blanks = new LinkedHashMap<>(said);
        blanks.computeIfPresent("wrong", (_, word) -> words.say(wrong.code() + "." + word));
        blanks.computeIfPresent("allowed", (_, actions) -> actions.toString().isEmpty() ? words.say(wrong.code() + ".none") : actions);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", TYPES + wrong.code());
        problem.put("title", words.say(wrong.code() + ".title", blanks));
        problem.put("status", wrong.status());
        problem.put("detail", words.say(wrong.code() + ".detail", blanks));
        problem.put("code", wrong.code());
        problem.put("trace", Traces.of(request));
        said.forEach(problem::putIfAbsent);
        problem.putAll(mending(rejected, words, blanks));
        if (rejected.pause().isPositive()) {
            problem.put("retryAfterSeconds", seconds(rejected.pause()));
        }
        LOG.debug("{} {} {}: {}", problem.get("trace"), request.getMethod(), request.getRequestURI(), wrong.code());
        return new ProblemText(wrong, words.language(), rejected.pause(), JSON.writeValueAsString(problem));
    }

    /**
     * Whose move it is and what helps. A row of the catalogue that stands in the way knows both, but not that nobody asks again by itself here. What is
     * wrong with a request is the move of whoever made it.
     */
    private static Map<String, String> mending(Rejected rejected, Words words, Map<String, Object> blanks) {
        var vocabulary = new Vocabulary(words);
        Optional<Problem> row = Optional.ofNullable(rejected.about().get("problem")).flatMap(code -> Problems.find(code.toString()));
        String own = rejected.wrong().code() + ".remedy";
        Party owner = row.map(Problem::owner).orElse(Party.PROVIDER);
        var mending = new LinkedHashMap<String, String>();
        row.filter(_ -> !rejected.pause().isPositive())
                .map(one -> vocabulary.problem(one.code()).todo())
                .or(() -> words.has(own) ? Optional.of(words.say(own, blanks)) : Optional.empty())
                .ifPresent(remedy -> mending.put("remedy", remedy));
        mending.put("owner", owner.word());
        mending.put("ownerText", vocabulary.say("party." + owner.word()));
        return mending;
    }

    static ProblemText of(Wrong wrong, HttpServletRequest request) {
        return of(new Rejected(wrong, wrong == Wrong.BODY_TOO_LARGE ? Map.of("limit", Bodies.LONGEST_BYTES) : Map.of()), request);
    }

    /** Rounded up: who comes back too early is refused again. */
    private static long seconds(Duration pause) {
        return pause.plusMillis(999).toSeconds();
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
                .headers(headers -> {
                    if (pause.isPositive()) {
                        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(pause)));
                    }
                })
                .body(json);
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(wrong.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (pause.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(pause)));
        }
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.portway.api;

import dev.portway.intake.Wrong;
import dev.portway.words.Words;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where the types of problems lead: one page that explains them all, in the reader's language. */
@RestController
class ProblemPage {
    @GetMapping("/problems/{code:[a-z-]{1,60}}")
    ResponseEntity<Void> one(@PathVariable String code) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/problems#" + code)).build();
    }

    @GetMapping("/problems")
    ResponseEntity<String> all(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") String accepted) {
        Words words = Words.of("api", Optional.of(accepted));
        String rows = Arrays.stream(Wrong.values()).map(wrong -> row(wrong, words)).collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .body("""
                        <!doctype html>
                        <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                        <title>%s</title>
                        <style>body{font:1rem/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
                        h2{font-size:1.1rem;margin:1.5rem 0 0}h2:target{outline:2px solid;outline-offset:.3rem}p{margin:0}</style>
                        </head><body><h1>%s</h1>
                        %s</body></html>
                        """.formatted(words.language(), words.say("problems.title"), words.say("problems.title"), rows));
    }

    private static String row(Wrong wrong, Words words) {
        String remedy = wrong.code() + ".remedy";
        return "<h2 id=\"%s\">%s</h2>\n<p><code>%s</code> · %d</p>\n<p>%s %s</p>\n".formatted(wrong.code(),
                said(words.say(wrong.code() + ".title")), wrong.code(), wrong.status(), said(words.say(wrong.code() + ".detail")),
                words.has(remedy) ? said(words.say(remedy)) : "");
    }

    private static String said(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8").replaceAll("\\{(\\w+)}", "<em>$1</em>");
    }
}

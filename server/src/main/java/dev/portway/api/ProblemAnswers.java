package dev.portway.api;

import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import dev.portway.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers with RFC 9457 problems whose types stay the same: {@code /problems/<code>}. */
@RestControllerAdvice(basePackageClasses = ProblemAnswers.class)
class ProblemAnswers {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Rejected rejected, HttpServletRequest request) {
        Words words = Words.of("api", Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        Wrong wrong = rejected.wrong();
        var problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(wrong.status()));
        problem.setType(URI.create("/problems/" + wrong.code()));
        problem.setTitle(words.say(wrong.code() + ".title", rejected.about()));
        problem.setDetail(words.say(wrong.code() + ".detail", rejected.about()));
        problem.setProperty("code", wrong.code());
        rejected.about().forEach(problem::setProperty);
        return ResponseEntity.status(wrong.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .body(problem);
    }
}

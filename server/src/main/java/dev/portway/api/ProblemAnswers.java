package dev.portway.api;

import dev.portway.account.Refusing;
import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers with RFC 9457 problems whose types stay the same: what controllers refuse, what the doors refuse, and what the parts in front of both do
 * not let through.
 */
@RestController
@RestControllerAdvice(basePackageClasses = ProblemAnswers.class)
class ProblemAnswers implements ErrorController, Refusing {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final ObjectProvider<ErrorViewResolver> pages;

    ProblemAnswers(ObjectProvider<ErrorViewResolver> pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> answer(Rejected rejected, HttpServletRequest request) {
        return ProblemText.of(rejected, request).answer();
    }

    /** A bug, or a broken environment. Whoever asked learns that it was us, and the id under which we wrote down what it was. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<String> broken(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        Wrong wrong = meaning(failure);
        if (wrong.status() >= 500) {
            LOG.error("{} {} {}", Traces.of(request), request.getMethod(), request.getRequestURI(), failure);
        }
        return response.isCommitted() ? null : ProblemText.of(wrong, request).answer();
    }

    private static Wrong meaning(Exception failure) {
        return switch (failure) {
            case ErrorResponse refused -> Wrong.ofStatus(refused.getStatusCode().value());
            case DataAccessResourceFailureException _,CannotCreateTransactionException _ -> Wrong.NOT_AVAILABLE;
            default -> Wrong.OUR_FAULT;
        };
    }

    /**
     * What was refused before it reached a controller: no such address, no such method, a request that makes no sense. Somebody with a browser who is
     * not asking the API gets a page, if there is one.
     */
    @RequestMapping("/error")
    Object refused(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told ? told : 404;
        // What was wrong with the request fills no log: anybody can send one.
        if (status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            LOG.error("{} {} {}", Traces.of(request), request.getMethod(), request.getRequestURI(), failure);
        }
        return page(request, status).<Object>map(page -> page).orElseGet(() -> ProblemText.of(Wrong.ofStatus(status), request).answer());
    }

    private Optional<ModelAndView> page(HttpServletRequest request, int status) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        boolean person = accepted != null && accepted.contains("text/html")
                && !asked.matches("/(v1|metrics|webhooks|health|openapi)(/.*)?");
        HttpStatus known = HttpStatus.resolve(status);
        return person && known != null
                ? pages.orderedStream().flatMap(pages -> Stream.ofNullable(pages.resolveErrorView(request, known, Map.of()))).findFirst()
                : Optional.empty();
    }

    @Override
    public void tell(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wrong wrong = Wrong.valueOf(refusal.reason().name());
        if (wrong.status() == 401) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"portway\"");
        }
        ProblemText.of(new Rejected(wrong, Map.of(), refusal.pause()), request).write(response);
    }
}

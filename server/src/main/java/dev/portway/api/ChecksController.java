package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.intake.Asked;
import dev.portway.intake.Rejected;
import dev.portway.intake.Understanding;
import dev.portway.intake.Wrong;
import dev.portway.migration.Order;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Findings;
import dev.portway.preflight.Preflight;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checks of an order that nobody has placed: reads, and leaves nothing behind. */
@RestController
@RequestMapping(path = "/v1/checks", produces = MediaType.APPLICATION_JSON_VALUE)
class ChecksController {
    private final Preflight preflight;
    private final Desk desk;
    private final CallersLanguage language;
    private final InstantSource clock;

    ChecksController(Preflight preflight, Desk desk, CallersLanguage language, InstantSource clock) {
        this.preflight = preflight;
        this.desk = desk;
        this.clock = clock;
        this.language = language;
    }

    /**
     * @param clear whether nothing stands in the way
     * @param lookAgain when asking again may show what could not be seen now; null when time alone changes nothing: somebody has to act first
     */
    record ChecksView(boolean clear, @Nullable Instant lookAgain, List<MigrationView.FindingView> findings) {}

    @PostMapping
    ResponseEntity<ChecksView> check(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var understood = new Understanding(Bodies.parse(Bodies.read(request), Asked.class));
        Order order = understood.order();
        Preflight.Result result = preflight.check(new Preflight.Question(caller.provider(), order, understood.route().asks().checks(),
                Facts.NONE, desk.spendings(caller.provider(), order.numbers())));
        return switch (result) {
            case Preflight.Result.Looked looked -> answer(view(looked.findings(), order), result.again());
            case Preflight.Result.Blind(var why, _) ->
                throw new Rejected(Wrong.CHECKS_NOT_AVAILABLE, Map.of("problem", why.code()), result.again().orElse(Duration.ZERO));
        };
    }

    private ChecksView view(Findings findings, Order order) {
        Vocabulary vocabulary = language.vocabulary();
        return new ChecksView(findings.clear(), findings.again().map(clock.instant()::plus).orElse(null),
                findings.all().stream().map(one -> MigrationView.FindingView.of(one, order, vocabulary)).toList());
    }

    private static ResponseEntity<ChecksView> answer(ChecksView view, Optional<Duration> again) {
        var answer = ResponseEntity.ok();
        again.ifPresent(pause -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds())));
        return answer.body(view);
    }
}

package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.intake.Asked;
import dev.portway.intake.Rejected;
import dev.portway.intake.Understanding;
import dev.portway.intake.Wrong;
import dev.portway.migration.Facts;
import dev.portway.migration.Findings;
import dev.portway.migration.Order;
import dev.portway.preflight.Preflight;
import dev.portway.words.Vocabulary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checks of an order that nobody has placed: reads, and leaves nothing behind. */
@RestController
@RequestMapping(path = "/v1/checks", produces = MediaType.APPLICATION_JSON_VALUE)
class ChecksController {
    private final Preflight preflight;
    private final CallersLanguage language;

    ChecksController(Preflight preflight, CallersLanguage language) {
        this.preflight = preflight;
        this.language = language;
    }

    /** @param clear whether nothing stands in the way */
    record ChecksView(boolean clear, List<MigrationView.FindingView> findings) {
        static ChecksView of(Findings findings, Order order, Vocabulary vocabulary) {
            return new ChecksView(findings.clear(),
                    findings.all().stream().map(one -> MigrationView.FindingView.of(one, order, vocabulary)).toList());
        }
    }

    @PostMapping
    ChecksView check(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        Order order = new Understanding(Bodies.parse(Bodies.read(request), Asked.class)).order();
        return switch (preflight.check(caller.provider(), order, Facts.NONE)) {
            case Preflight.Result.Looked(var findings) -> ChecksView.of(findings, order, language.vocabulary());
            case Preflight.Result.Blind(var why, _) -> throw new Rejected(Wrong.CHECKS_NOT_AVAILABLE, Map.of("problem", why.code()));
        };
    }
}

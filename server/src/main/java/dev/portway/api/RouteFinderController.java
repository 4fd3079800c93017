package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.finder.look.Phrases;
import dev.portway.finder.look.RouteSearch;
import dev.portway.intake.Inquiring;
import dev.portway.intake.RouteAsked;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which way fits a number, and what each costs: reads, and leaves nothing behind. */
@RestController
@RequestMapping(path = "/v1/route-finder", produces = MediaType.APPLICATION_JSON_VALUE)
class RouteFinderController {
    private final RouteSearch search;
    private final CallersLanguage language;
    private final InstantSource clock;

    RouteFinderController(RouteSearch search, CallersLanguage language, InstantSource clock) {
        this.search = search;
        this.language = language;
        this.clock = clock;
    }

    @PostMapping
    RouteFinderView find(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var inquiry = new Inquiring(Bodies.parse(Bodies.read(request), RouteAsked.class), clock.instant()).inquiry();
        return RouteFinderView.of(inquiry, search.find(caller.provider(), inquiry), new Phrases(language.vocabulary().words()));
    }
}

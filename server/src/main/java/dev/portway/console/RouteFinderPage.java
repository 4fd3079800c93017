package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.finder.Ranking;
import dev.portway.finder.look.Inquiry;
import dev.portway.finder.look.Phrases;
import dev.portway.finder.look.RouteSearch;
import dev.portway.intake.Inquiring;
import dev.portway.intake.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The route finder, a question to a page. Changes nothing, so every page is fetched, can be gone back to, and has an address that can be sent to a colleague.
 * It asks Meta, though, which lets us ask so often and no more: that it does only for who clicks here, and not for whoever was sent here by another page.
 */
@Controller
@RequestMapping(RouteWizard.PATH)
class RouteFinderPage {
    private final RouteSearch search;
    private final Pages pages;
    private final InstantSource clock;

    RouteFinderPage(RouteSearch search, Pages pages, InstantSource clock) {
        this.search = search;
        this.pages = pages;
        this.clock = clock;
    }

    /** The first page again, with what was filled in. */
    @GetMapping("/start")
    View start(@RequestParam Map<String, String> parameters) {
        return start(HttpStatus.OK, RouteWizard.of(parameters), Refusals.NONE);
    }

    @GetMapping
    View next(@AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> parameters, HttpServletRequest request,
            HttpServletResponse response) {
        RouteWizard wizard = RouteWizard.of(parameters);
        if (!wizard.isBegun()) {
            return start(HttpStatus.OK, wizard, Refusals.NONE);
        }
        try {
            Inquiry inquiry = new Inquiring(wizard.asked(Reader.of(request).zone()), clock.instant()).inquiry();
            if (!OwnClick.is(request)) {
                return pages.show("route-linked", Map.of("it", wizard));
            }
            var phrases = new Phrases(Languages.words(request, response));
            return page(new RouteResult(wizard, inquiry.where().number(), search.find(caller.provider(), inquiry), phrases));
        } catch (Rejected rejected) {
            return start(HttpStatus.UNPROCESSABLE_CONTENT, wizard, Refusals.of(List.of(rejected)));
        }
    }

    private View page(RouteResult it) {
        boolean asks = it.found().ranking().outcome() instanceof Ranking.Ask;
        return pages.show(asks ? "route-question" : "route-result", Map.of("it", it));
    }

    private View start(HttpStatus status, RouteWizard wizard, Refusals refusal) {
        return pages.show(status, "route-start", Map.of("typed", wizard.form(), "refusal", refusal));
    }
}

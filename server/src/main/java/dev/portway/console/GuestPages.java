package dev.portway.console;

import dev.portway.account.SignIns;
import dev.portway.console.migration.GuestPage;
import dev.portway.console.migration.Typed;
import dev.portway.console.migration.Voice;
import dev.portway.graph.SignUpWindow;
import dev.portway.graph.SignUpWindows;
import dev.portway.guest.GuestLinks;
import dev.portway.guest.GuestLinks.Answered;
import dev.portway.guest.GuestLinks.Refused;
import dev.portway.guest.GuestLinks.Visit;
import dev.portway.guest.LinkAddress;
import dev.portway.migration.HumanTask;
import dev.portway.migration.fact.Secret;
import dev.portway.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What whoever holds a guest link sees. Looking changes nothing: messengers fetch the addresses they carry. */
@Controller
@RequestMapping(LinkAddress.PATH + "{token}")
class GuestPages {
    /** Another site's page cannot know the address; a browser that says it was sent from one is believed all the same. */
    private static final String FROM_ELSEWHERE = "cross-site";

    private final Pages pages;
    private final GuestLinks links;
    private final SignUpWindows windows;

    GuestPages(Pages pages, GuestLinks links, SignUpWindows windows) {
        this.pages = pages;
        this.links = links;
        this.windows = windows;
    }

    @GetMapping
    View show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return page(links.visit(new Secret(token), network(request)), Optional.empty(), request, response);
    }

    @PostMapping
    View answer(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        if (FROM_ELSEWHERE.equals(request.getHeader("Sec-Fetch-Site"))) {
            return show(token, request, response);
        }
        Words words = Languages.words(request, response);
        var secret = new Secret(token);
        if (!(links.visit(secret, network(request)) instanceof Visit.Asked asked)) {
            return show(token, request, response);
        }
        Sent sent = Sent.of(asked.link().question().action(), request);
        return switch (links.answer(secret, new GuestLinks.Sent(sent.input(), words.language(), network(request)))) {
            case Answered.Taken _ -> new RedirectView(request.getRequestURI(), false, false);
            case Answered.Misunderstood(var stillAsked, var field, var wrong) -> page(stillAsked,
                    Optional.of(new Typed(stillAsked.link().question().action().word(), sent.shownAgain(), field, wrong)), request,
                    response);
            case Answered.Elsewhere(var visit) -> page(visit, Optional.empty(), request, response);
        };
    }

    /** They will not, or it is not theirs to say. */
    @PostMapping(params = GuestPage.REFUSE)
    View refuse(@PathVariable String token, @RequestParam Map<String, String> form, HttpServletRequest request,
            HttpServletResponse response) {
        if (FROM_ELSEWHERE.equals(request.getHeader("Sec-Fetch-Site"))) {
            return show(token, request, response);
        }
        Words words = Languages.words(request, response);
        return switch (links.refuse(new Secret(token), new GuestLinks.Sent(form, words.language(), network(request)))) {
            case Refused.Taken _ -> new RedirectView(request.getRequestURI(), false, false);
            case Refused.Misunderstood(var asked, var field) ->
                asked(asked, Optional.of(new Typed(GuestPage.REFUSE, form, field, "malformed")), request, response);
            case Refused.Elsewhere(var visit) -> page(visit, Optional.empty(), request, response);
        };
    }

    /** The page says so once a person has it before them. */
    @PostMapping("/opened")
    ResponseEntity<Void> opened(@PathVariable String token) {
        links.opened(new Secret(token));
        return ResponseEntity.noContent().build();
    }

    private View page(Visit visit, Optional<Typed> typed, HttpServletRequest request, HttpServletResponse response) {
        return switch (visit) {
            case Visit.Asked asked -> asked(asked, typed, request, response);
            case Visit.TooMany(var wait) -> tooMany(wait, response);
            case Visit.Closed _ -> over(HttpStatus.NOT_FOUND, "closed", "");
            case Visit.Checking(_, var by) -> over(HttpStatus.OK, "checking", by);
            case Visit.Answered(_, var by) -> over(HttpStatus.OK, "answered", by);
            case Visit.Refused(_, var by) -> over(HttpStatus.OK, "refused", by);
            case Visit.Ended(_, var by) -> over(HttpStatus.OK, "ended", by);
            case Visit.NotAsked(_, var by) -> over(HttpStatus.OK, "not-asked", by);
        };
    }

    private View asked(Visit.Asked asked, Optional<Typed> typed, HttpServletRequest request, HttpServletResponse response) {
        var voice = new Voice(Languages.words(request, response), Reader.of(request).zone(), asked.card().now());
        return GuestPage.of(voice, asked, request.getRequestURI(), typed)
                .map(page -> pages.show(typed.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, "guest",
                        Map.of("it", page, "window", window(asked, response))))
                .orElseGet(() -> over(HttpStatus.OK, "not-asked", asked.by()));
    }

    /** Meta's script is let in where Meta's window is opened, and on no other page of a link. */
    private Optional<SignUpWindow> window(Visit.Asked asked, HttpServletResponse response) {
        Optional<SignUpWindow> window = asked.link().question().task() == HumanTask.Kind.SIGN_UP
                ? windows.of(asked.link().provider(), asked.card().migration().route()).filter(SignUpWindow::isReady)
                : Optional.empty();
        window.ifPresent(opened -> response.setHeader("Content-Security-Policy", opened.policy()));
        return window;
    }

    private View tooMany(Duration wait, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(wait.toSeconds()));
        return over(HttpStatus.TOO_MANY_REQUESTS, "too-many", "");
    }

    /** @param how the page's words: {@code guest.<how>.title} */
    private View over(HttpStatus status, String how, String by) {
        return pages.show(status, "guest-over", Map.of("how", how, "by", by));
    }

    private static String network(HttpServletRequest request) {
        return SignIns.Origin.network(request.getRemoteAddr());
    }
}

package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.console.migration.LinksPage;
import dev.portway.console.migration.Voice;
import dev.portway.guest.GuestLinks;
import dev.portway.guest.LinkAddress;
import dev.portway.guest.Wish;
import dev.portway.runner.Desk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Guest links of a migration, for the operator who makes them. */
@Controller
@RequestMapping("/migrations/{id}/guest-links")
class GuestLinkPages {
    private final Pages pages;
    private final Dossiers dossiers;
    private final GuestLinks links;
    private final LinkAddress address;

    GuestLinkPages(Pages pages, Dossiers dossiers, GuestLinks links, LinkAddress address) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.links = links;
        this.address = address;
    }

    /** A request about one migration. */
    private record Asked(Desk.Card card, Voice voice) {}

    @GetMapping
    View show(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.OK, page(asked(caller, id, request, response)));
    }

    /** The address is in this answer and nowhere else, so nothing is sent on to another page. */
    @PostMapping
    View make(@AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestParam Map<String, String> form,
            HttpServletRequest request, HttpServletResponse response) {
        Asked asked = asked(caller, id, request, response);
        Wish wish = wish(form);
        if (wish.flaw().any()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, page(asked).with(form, wish.flaw().field()));
        }
        return switch (links.make(asked.card(), wish, caller.name())) {
            case GuestLinks.Made.New(var token, var link) -> {
                String here = request.getRequestURL().toString();
                yield page(HttpStatus.CREATED,
                        page(asked).with(asked.voice(), link, address.of(token, here), address.opensOnlyHere(here)));
            }
            case GuestLinks.Made.NothingToAsk _ -> page(HttpStatus.CONFLICT, page(asked).with(form, "nothing-to-ask"));
            case GuestLinks.Made.TooMany _ -> page(HttpStatus.CONFLICT, page(asked).with(form, "too-many"));
        };
    }

    @PostMapping("/{link}/revoke")
    View revoke(@AuthenticationPrincipal Caller caller, @PathVariable String id, @PathVariable String link, HttpServletRequest request,
            HttpServletResponse response) {
        Asked asked = asked(caller, id, request, response);
        return links.revoke(asked.card(), link, caller.name())
                .map(_ -> new RedirectView("/migrations/" + asked.card().migration().id() + "/guest-links", false, false))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Wish wish(Map<String, String> form) {
        String[] question = form.getOrDefault("question", "").split("/", 3);
        return new Wish(question[0], question.length > 1 ? question[1] : "", question.length > 2 ? question[2] : "",
                form.getOrDefault("to", ""), form.getOrDefault("reason", ""),
                lasting(form.getOrDefault("validFor", "")));
    }

    private static Duration lasting(String text) {
        try {
            return text.isEmpty() ? Wish.USUAL : Duration.parse(text);
        } catch (DateTimeException malformed) {
            return Duration.ZERO;
        }
    }

    private LinksPage page(Asked asked) {
        Desk.Card card = asked.card();
        return LinksPage.of(asked.voice(), card, links.of(card.migration().provider(), card.migration().id()));
    }

    private View page(HttpStatus status, LinksPage page) {
        return pages.show(status, "guest-links", Map.of("it", page));
    }

    private Asked asked(Caller caller, String id, HttpServletRequest request, HttpServletResponse response) {
        Optional<Desk.Card> card = dossiers.card(caller.provider(), id);
        return card.map(found -> new Asked(found, new Voice(Languages.words(request, response), Reader.of(request).zone(), found.now())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

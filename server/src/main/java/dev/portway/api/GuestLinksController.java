package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.guest.GuestLink;
import dev.portway.guest.GuestLinks;
import dev.portway.guest.LinkAddress;
import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import dev.portway.runner.Desk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Guest links of a migration: made, listed, revoked. */
@RestController
@RequestMapping(path = "/v1/migrations/{id}/guest-links", produces = MediaType.APPLICATION_JSON_VALUE)
class GuestLinksController {
    private final Desk desk;
    private final GuestLinks links;
    private final LinkAddress address;
    private final CallersLanguage language;

    GuestLinksController(Desk desk, GuestLinks links, LinkAddress address, CallersLanguage language) {
        this.desk = desk;
        this.links = links;
        this.address = address;
        this.language = language;
    }

    @PostMapping
    ResponseEntity<GuestLinkView> make(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        Desk.Card card = MigrationsController.card(desk, caller, id);
        GuestLinkAsked asked = Bodies.parse(Bodies.read(request), GuestLinkAsked.class);
        return switch (links.make(card, asked.wish(), caller.name())) {
            case GuestLinks.Made.New(var token, var link) -> ResponseEntity.status(HttpStatus.CREATED)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(view(link, address.of(token, request.getRequestURL().toString()), card));
            case GuestLinks.Made.NothingToAsk _ -> throw new Rejected(Wrong.NOTHING_TO_ASK);
            case GuestLinks.Made.TooMany _ -> throw new Rejected(Wrong.TOO_MANY_LINKS, Map.of("limit", GuestLinks.MOST_OPEN));
        };
    }

    @GetMapping
    GuestLinkView.ListView list(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        Desk.Card card = MigrationsController.card(desk, caller, id);
        return new GuestLinkView.ListView(
                links.of(caller.provider(), card.migration().id()).stream().map(link -> view(link, null, card)).toList());
    }

    @DeleteMapping("/{link}")
    GuestLinkView revoke(@AuthenticationPrincipal Caller caller, @PathVariable String id, @PathVariable String link) {
        Desk.Card card = MigrationsController.card(desk, caller, id);
        return links.revoke(card, link, caller.name())
                .map(revoked -> view(revoked, null, card))
                .orElseThrow(() -> new Rejected(Wrong.GUEST_LINK_NOT_FOUND));
    }

    private GuestLinkView view(GuestLink link, @Nullable String url, Desk.Card card) {
        return GuestLinkView.of(link, url, card.now(), language.vocabulary());
    }
}

package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.intake.Rejected;
import dev.portway.intake.Understanding;
import dev.portway.migration.fact.Source;
import dev.portway.migration.route.Routes;
import dev.portway.partner.Partners;
import dev.portway.runner.Desk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The form in which a migration is asked for. What it means is understood where the API's orders are, so both take and refuse the same. */
@Controller
@RequestMapping("/migrations/new")
class NewMigrationPage {
    private final Desk desk;
    private final Pages pages;
    private final Partners partners;
    private final InstantSource clock;

    NewMigrationPage(Desk desk, Pages pages, Partners partners, InstantSource clock) {
        this.desk = desk;
        this.partners = partners;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View empty(@RequestParam Map<String, String> known, HttpServletRequest request, HttpServletResponse response) {
        String route = known.getOrDefault("route", Routes.usual().name());
        var typed = NewMigration.empty(route, Languages.words(request, response).locale(), pages.rehearsal());
        return form(HttpStatus.OK, typed.with(known), Refusals.NONE);
    }

    @PostMapping
    View place(@AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        var typed = NewMigration.of(fields);
        var understood = new Understanding(typed.asked(Reader.of(request).zone()));
        List<Rejected> wrongs = understood.wrongs(clock.instant());
        if (!wrongs.isEmpty()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, typed, Refusals.of(wrongs));
        }
        try {
            understood.holdAgainst(partners.of(caller.provider()).stream().map(Partners.Partner::id).toList());
        } catch (Rejected unknown) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, typed, Refusals.of(List.of(unknown)));
        }
        return switch (desk.place(caller.provider(), understood.route(), understood.order(), understood.said(),
                Source.person(caller.name()))) {
            case Desk.Placed.New(var card) -> seeOther("/migrations/" + card.migration().id());
            case Desk.Placed.NumberBusy(var _, var by) -> form(HttpStatus.CONFLICT, typed, Refusals.busy(by));
        };
    }

    private View form(HttpStatus status, NewMigration typed, Refusals refusal) {
        return pages.show(status, "new-migration", Map.of("typed", typed, "refusal", refusal));
    }

    private static View seeOther(String address) {
        var redirect = new RedirectView(address);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}

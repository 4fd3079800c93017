package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.console.migration.SignUpPage;
import dev.portway.console.migration.Voice;
import dev.portway.graph.SignUpWindow;
import dev.portway.graph.SignUpWindows;
import dev.portway.runner.Desk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Meta's Embedded Signup, opened from here: the one page with a script that is not ours. */
@Controller
class SignUpPages {
    private final Pages pages;
    private final Dossiers dossiers;
    private final SignUpWindows windows;

    SignUpPages(Pages pages, Dossiers dossiers, SignUpWindows windows) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.windows = windows;
    }

    @GetMapping("/migrations/{id}/sign-up")
    View show(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Desk.Card card = dossiers.card(caller.provider(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var voice = new Voice(Languages.words(request, response), Reader.of(request).zone(), card.now());
        Optional<SignUpWindow> window = windows.of(caller.provider(), card.migration().route());
        return SignUpPage.of(voice, card).flatMap(page -> window.map(opened -> {
            response.setHeader("Content-Security-Policy", opened.policy());
            return pages.show("sign-up", Map.of("it", page, "window", opened));
        })).orElseGet(() -> new RedirectView("/migrations/" + card.migration().id(), false, false));
    }
}

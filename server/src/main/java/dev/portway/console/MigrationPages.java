package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.console.migration.ActionForm.Trouble;
import dev.portway.console.migration.Dossier;
import dev.portway.console.migration.MigrationPage;
import dev.portway.console.migration.ReportPage;
import dev.portway.console.migration.Typed;
import dev.portway.console.migration.Voice;
import dev.portway.console.migration.WithdrawalPage;
import dev.portway.migration.Action;
import dev.portway.migration.fact.Source;
import dev.portway.migration.standing.Told;
import dev.portway.runner.Desk;
import dev.portway.support.Download;
import dev.portway.support.SupportBundle;
import dev.portway.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** The pages of one migration, and what is done from them. */
@Controller
@RequestMapping("/migrations/{id}")
class MigrationPages {
    private final Pages pages;
    private final Dossiers dossiers;
    private final Desk desk;
    private final Submissions submissions;

    MigrationPages(Pages pages, Dossiers dossiers, Desk desk, Submissions submissions) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.desk = desk;
        this.submissions = submissions;
    }

    /** A request for one migration. */
    private record Asked(Dossier dossier, Voice voice) {}

    @GetMapping
    View show(@AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestParam(name = "told", defaultValue = "") String told,
            HttpServletRequest request, HttpServletResponse response) {
        Asked asked = asked(caller, id, request, response);
        Optional<Trouble> notice = Action.named(told)
                .map(action -> "migration.told." + action.word())
                .filter(asked.voice().words()::has)
                .map(key -> new Trouble(asked.voice().say(key), Optional.empty()));
        return page(HttpStatus.OK, MigrationPage.of(asked.voice(), asked.dossier(), Optional.empty(), notice));
    }

    @GetMapping("/withdraw")
    View withdraw(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request,
            HttpServletResponse response) {
        Asked asked = asked(caller, id, request, response);
        return WithdrawalPage.of(asked.voice(), asked.dossier().card())
                .map(page -> pages.show("migration-withdraw", Map.of("it", page)))
                .orElseGet(() -> notAllowed(asked));
    }

    @GetMapping("/report")
    View report(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Asked asked = asked(caller, id, request, response);
        return pages.show("migration-report", Map.of("it", ReportPage.of(asked.voice().toBeKept(), asked.dossier())));
    }

    @GetMapping("/support-bundle")
    ResponseEntity<byte[]> supportBundle(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request,
            HttpServletResponse response) {
        return Download.of(SupportBundle.of(desk, asked(caller, id, request, response).dossier().card()));
    }

    /** A form that was not taken leaves its address in the browser: opened again, or in another language, it shows the migration. */
    @GetMapping("/actions/{action}")
    View formOver(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request,
            HttpServletResponse response) {
        asked(caller, id, request, response);
        return new RedirectView("/migrations/" + id, false, false);
    }

    @PostMapping("/actions/{action}")
    View act(@AuthenticationPrincipal Caller caller, @PathVariable String id, @PathVariable String action, HttpServletRequest request,
            HttpServletResponse response) {
        Asked before = asked(caller, id, request, response);
        Action meant = Action.named(action).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Sent sent = Sent.of(meant, request);
        if (!submissions.first(caller.provider(), sent.key())) {
            return back(id, meant);
        }
        return switch (tell(caller, before, meant, sent)) {
            case Told.Accepted _ -> {
                submissions.taken(caller.provider(), sent.key());
                yield back(id, meant);
            }
            case Told.NotAllowed _ -> {
                submissions.release(caller.provider(), sent.key());
                yield notAllowed(asked(caller, id, request, response));
            }
            case Told.Misunderstood(var field, var wrong) -> {
                submissions.release(caller.provider(), sent.key());
                var typed = new Typed(meant.word(), sent.shownAgain(), field, wrong);
                yield page(HttpStatus.UNPROCESSABLE_CONTENT,
                        MigrationPage.of(before.voice(), before.dossier(), Optional.of(typed), Optional.empty()));
            }
        };
    }

    /** What could not be told may be sent again. */
    private Told tell(Caller caller, Asked before, Action meant, Sent sent) {
        Optional<Told> told = Optional.empty();
        try {
            told = desk.tell(caller.provider(), before.dossier().card().migration().id(), meant, sent.input(),
                    Source.person(caller.name()));
            return told.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } finally {
            if (told.isEmpty()) {
                submissions.release(caller.provider(), sent.key());
            }
        }
    }

    private static View back(String id, Action action) {
        return new RedirectView("/migrations/" + id + "?told=" + action.word(), false, false);
    }

    /** It moved on since the form was shown: here is how it stands now. */
    private View notAllowed(Asked asked) {
        var notice = new Trouble(asked.voice().say("migration.wrong.not-allowed"), Optional.empty());
        return page(HttpStatus.CONFLICT, MigrationPage.of(asked.voice(), asked.dossier(), Optional.empty(), Optional.of(notice)));
    }

    private View page(HttpStatus status, MigrationPage page) {
        return pages.show(status, "migration", Map.of("it", page));
    }

    /** Another provider's migration is one that does not exist. */
    private Asked asked(Caller caller, String id, HttpServletRequest request, HttpServletResponse response) {
        Dossier dossier = dossiers.find(caller.provider(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Words words = Languages.words(request, response);
        return new Asked(dossier, new Voice(words, Reader.of(request).zone(), dossier.card().now()));
    }
}

package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Status;
import dev.portway.problem.Party;
import dev.portway.runner.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** All migrations of the provider, newest first, and the ones somebody looks for. */
@Controller
class MigrationListPage {
    private static final int ON_A_PAGE = 25;

    private final Desk desk;
    private final Pages pages;

    MigrationListPage(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /**
     * What the template shows.
     *
     * @param next the cursor of the next page; empty on the last
     * @param later whether this is not the first page
     */
    record Listed(List<Desk.Line> lines, Sought sought, String next, boolean later) {

        /** What the eye finds sooner than a form does. */
        private static final int FEW = 6;

        /** Among a few nobody searches, and on a telephone the form would be all there is to see. */
        boolean worthSearching() {
            return lines.size() > FEW || later || !next.isEmpty() || !sought.isQuick();
        }

        /** Nothing was ever started here, so the page says how one begins. */
        boolean nothingYet() {
            return lines.isEmpty() && sought.isEverything() && !later;
        }
    }

    @GetMapping("/")
    View home() {
        return new RedirectView("/migrations");
    }

    @GetMapping("/migrations")
    View list(@AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> asked) {
        var sought = Sought.of(asked);
        Optional<MigrationId> after = cursor(asked.getOrDefault("after", ""));
        var filter = new Desk.Filter(sought.statuses(), sought.party(), Optional.empty(), sought.digits(), after, ON_A_PAGE + 1);
        List<Desk.Line> found = desk.list(caller.provider(), filter);
        List<Desk.Line> lines = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        String next = found.size() > ON_A_PAGE ? lines.getLast().id().value() : "";
        return pages.show("migrations", Map.of("listed", new Listed(lines, sought, next, after.isPresent())));
    }

    /** One that is none is the beginning: an address somebody shortened still opens. */
    private static Optional<MigrationId> cursor(String after) {
        return Optional.of(after).filter(text -> text.matches("mig_[a-z0-9]{20}")).map(MigrationId::new);
    }

    /** How urgent a status looks. */
    static String tone(Status status) {
        return switch (status) {
            case COMPLETED -> "good";
            case FAILED -> "bad";
            case WITHDRAWING -> "warn";
            case CHECKING, PREPARING, AUTHORIZING, CUTTING_OVER, SETTLING -> "calm";
            case DRAFT, WITHDRAWN, EXPIRED -> "plain";
        };
    }

    /** Those that a migration can wait for: Portway itself keeps nobody waiting. */
    static List<Party> parties() {
        return List.of(Party.PROVIDER, Party.CLIENT, Party.ORIGIN, Party.PARTNER, Party.DESTINATION, Party.META);
    }
}

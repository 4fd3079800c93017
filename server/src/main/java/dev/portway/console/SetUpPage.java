package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.account.SetUps;
import dev.portway.account.SetUps.SetUp;
import dev.portway.graph.SignUpWindow;
import dev.portway.graph.SignUpWindows;
import dev.portway.migration.route.Routes;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What the provider is at Meta, as its people see and say it. */
@Controller
@RequestMapping("/set-up")
class SetUpPage {
    private final Pages pages;
    private final SetUps setUps;
    private final SignUpWindows windows;

    SetUpPage(Pages pages, SetUps setUps, SignUpWindows windows) {
        this.pages = pages;
        this.setUps = setUps;
        this.windows = windows;
    }

    @GetMapping
    View show(@AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> query) {
        return page(HttpStatus.OK, form(caller).said(query.containsKey("saved") ? "saved" : ""));
    }

    @PostMapping
    View set(@AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> fields) {
        SetUpForm typed = form(caller).with(fields);
        if (!typed.wrong().isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, typed);
        }
        Optional<SetUps.Change> kept = setUps.set(caller.provider(), SetUpForm.seen(fields), typed.setUp(), caller.name());
        return kept.<View>map(_ -> new RedirectView("/set-up?saved", false, false))
                .orElseGet(() -> page(HttpStatus.CONFLICT, form(caller).with(fields).said("changed")));
    }

    private SetUpForm form(Caller caller) {
        Optional<String> app = windows.of(caller.provider(), Routes.named("signup").orElseThrow()).map(SignUpWindow::appId);
        SetUp own = setUps.of(caller.provider());
        return SetUpForm.of(own, setUps.ofServer(), setUps.changes(caller.provider()), app);
    }

    private View page(HttpStatus status, SetUpForm form) {
        return pages.show(status, "set-up", Map.of("it", form));
    }
}

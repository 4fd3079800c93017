package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.explain.Catalogue;
import dev.portway.explain.Explained;
import dev.portway.runner.Desk;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * What does this error mean? A short question stands in the address and can be passed on; what is pasted into the form does not, for a whole error may hold
 * what belongs in no history of a browser. Neither is kept.
 */
@Controller
@RequestMapping("/explain")
class ExplainPage {
    /** Of the answers that nobody recognised, the latest. */
    private static final int LATELY = 10;

    private final Pages pages;
    private final Desk desk;

    ExplainPage(Pages pages, Desk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    View linked(@AuthenticationPrincipal Caller caller, @RequestParam(name = "q", defaultValue = "") String asked) {
        return show(caller, asked);
    }

    @PostMapping
    View pasted(@AuthenticationPrincipal Caller caller, @RequestParam(name = "q", defaultValue = "") String asked) {
        return show(caller, asked);
    }

    private View show(Caller caller, String asked) {
        Optional<Explained> explained = Optional.of(asked).filter(text -> !text.isBlank()).map(Catalogue::look);
        return pages.show("explain", Map.of("asked", asked.strip(), "explained", explained, "lately",
                desk.unrecognised(caller.provider(), LATELY).stream().map(Unrecognised::of).toList()));
    }
}

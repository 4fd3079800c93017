package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.account.SetUps;
import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import dev.portway.migration.ProviderId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's provider is at Meta: seen, and said anew as a whole. */
@RestController
@RequestMapping(path = "/v1/set-up", produces = MediaType.APPLICATION_JSON_VALUE)
class SetUpController {
    private final SetUps setUps;

    SetUpController(SetUps setUps) {
        this.setUps = setUps;
    }

    @GetMapping
    SetUpView show(@AuthenticationPrincipal Caller caller) {
        return view(caller.provider());
    }

    @PutMapping
    SetUpView set(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        SetUpAsked asked = Bodies.parse(Bodies.read(request), SetUpAsked.class);
        if (setUps.set(caller.provider(), asked.seen(), asked.setUp(), caller.name()).isEmpty()) {
            throw new Rejected(Wrong.SET_UP_CHANGED, Map.of("version", setUps.version(caller.provider())));
        }
        return view(caller.provider());
    }

    private SetUpView view(ProviderId provider) {
        return SetUpView.of(setUps.changes(provider), setUps.ofServer());
    }
}

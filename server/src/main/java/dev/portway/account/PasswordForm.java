package dev.portway.account;

import dev.portway.migration.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes the form of {@code /password}. Goes on to {@code /sign-in?changed}, or back with {@code ?problem=} wrong-password, too-short, too-long, same,
 * not-repeated, or too-many-tries.
 */
@Controller
class PasswordForm {

    private final SignIns signIns;
    private final Users users;
    private final SessionCookie cookie;

    PasswordForm(SignIns signIns, Users users, SessionCookie cookie) {
        this.signIns = signIns;
        this.users = users;
        this.cookie = cookie;
    }

    /** Kept from logs and traces by a type of its own. */
    record Form(Secret current, Secret chosen, Secret repeated) {}

    @PostMapping("/password")
    String change(@AuthenticationPrincipal Caller caller, @RequestParam("current") String current, @RequestParam("chosen") String chosen,
            @RequestParam("repeated") String repeated, HttpServletRequest request, HttpServletResponse response) {
        var outcome = change(caller, new Form(new Secret(current), new Secret(chosen), new Secret(repeated)), SignIns.Origin.of(request));
        if (outcome.equals("changed")) {
            cookie.close(request, response);
            return "redirect:/sign-in?changed";
        }
        return "redirect:/password?problem=" + outcome;
    }

    private String change(Caller caller, Form form, SignIns.Origin from) {
        if (!form.chosen().equals(form.repeated())) {
            return "not-repeated";
        }
        return switch (signIns.attempt(caller.name(), form.current(), from)) {
            case SignIns.Ended.TooMany many -> "too-many-tries";
            case SignIns.Ended.Wrong wrong -> "wrong-password";
            case SignIns.Ended.SignedIn in ->
                users.changePassword(caller, form.current(), form.chosen()).name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}

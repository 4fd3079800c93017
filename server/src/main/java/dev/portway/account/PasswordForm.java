package dev.portway.account;

import dev.portway.migration.fact.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes the form of {@code /password}. Goes on to {@code /sign-in?changed}, or back with {@code ?problem=} wrong-password, too-many-tries or busy; or with each
 * of too-short, too-long, same, not-repeated that is true of the new one, which costs no try.
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
        var form = new Form(new Secret(current), new Secret(chosen), new Secret(repeated));
        List<String> problems = problems(caller, form, SignIns.Origin.of(request));
        if (problems.isEmpty()) {
            cookie.close(request, response);
            return "redirect:/sign-in?changed";
        }
        return "redirect:/password?problem=" + String.join("&problem=", problems);
    }

    private List<String> problems(Caller caller, Form form, SignIns.Origin from) {
        List<String> ofChosen = ofChosen(form);
        return ofChosen.isEmpty() ? ofCurrent(caller, form, from) : ofChosen;
    }

    private static List<String> ofChosen(Form form) {
        var problems = new ArrayList<String>();
        Users.Change refusal = Users.refusal(form.current(), form.chosen());
        if (refusal != Users.Change.CHANGED) {
            problems.add(word(refusal));
        }
        if (!form.chosen().equals(form.repeated())) {
            problems.add("not-repeated");
        }
        return problems;
    }

    private List<String> ofCurrent(Caller caller, Form form, SignIns.Origin from) {
        return switch (signIns.attempt(caller.name(), form.current(), from)) {
            case SignIns.Ended.TooMany many -> List.of("too-many-tries");
            case SignIns.Ended.Busy busy -> List.of("busy");
            case SignIns.Ended.Wrong wrong -> List.of("wrong-password");
            case SignIns.Ended.SignedIn in -> {
                Users.Change change = users.changePassword(caller, form.current(), form.chosen());
                yield change == Users.Change.CHANGED ? List.of() : List.of(word(change));
            }
        };
    }

    private static String word(Users.Change change) {
        return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

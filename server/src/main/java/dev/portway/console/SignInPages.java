package dev.portway.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The door, and the password. What is typed there is taken by the package account, which sends back here with what to say. */
@Controller
class SignInPages {
    private static final List<String> TIDINGS = List.of("wrong", "expired", "out", "changed");
    private static final List<String> PROBLEMS = List.of("wrong-password", "too-short", "too-long", "same", "not-repeated",
            "too-many-tries", "busy");

    private final Pages pages;

    SignInPages(Pages pages) {
        this.pages = pages;
    }

    /**
     * Something to tell.
     *
     * @param tone {@code good}, {@code bad} or {@code calm}
     */
    record Tidings(String key, String tone, long minutes) {}

    @GetMapping("/sign-in")
    View signIn(HttpServletRequest request, @RequestParam(name = "next", defaultValue = "") String next) {
        return pages.show("sign-in", Map.of("tidings", tidings(request), "next", next));
    }

    private static Optional<Tidings> tidings(HttpServletRequest request) {
        String wait = request.getParameter("wait");
        if (wait != null && wait.matches("[0-9]{1,6}")) {
            return Optional.of(new Tidings("wait", "bad", Math.ceilDiv(Long.parseLong(wait), 60)));
        }
        return TIDINGS.stream()
                .filter(word -> request.getParameter(word) != null)
                .findFirst()
                .map(word -> new Tidings(word, word.equals("wrong") ? "bad" : word.equals("changed") ? "good" : "calm", 0));
    }

    @GetMapping("/password")
    View password(@RequestParam(name = "problem", defaultValue = "") List<String> problems) {
        return pages.show("password", Map.of("problems", PROBLEMS.stream().filter(problems::contains).toList()));
    }
}
